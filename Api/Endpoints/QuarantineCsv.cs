using System.Text;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Ingest.Quarantine;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Texts;
using Sylvan.Data.Csv;

namespace CommunityDemand.Api.Endpoints;

/// <summary>
/// Copies a quarantine file, in bounded memory, for a reader: reasons are in the reader's language, and a spreadsheet may open the copy.
/// Text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, CSV injection), as in the tables' CSV.
/// </summary>
internal sealed class QuarantineCsv(CsvDataReader rows, MessageTexts texts)
{
    // What was rejected may be one field as long as the file allows.
    private static readonly CsvDataReaderOptions Reading =
        new() { HasHeaders = false, MaxBufferSize = 1 << 26, CsvStyle = CsvStyle.Standard };

    private readonly Dictionary<(string Code, string Arguments), string> _reasons = [];
    private int _reason = -1;
    private int _code = -1;
    private int _arguments = -1;

    public static async Task CopyAsync(Stream source, Stream target, Language language, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(source, Encoding.UTF8);
        await using var rows = await CsvDataReader.CreateAsync(text, Reading, cancellationToken);
        // The mark tells Excel that this is UTF-8.
        await using var output =
            new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16, leaveOpen: true);
        await new QuarantineCsv(rows, MessageTexts.Of(language)).CopyAsync(output, cancellationToken);
    }

    private async Task CopyAsync(StreamWriter output, CancellationToken cancellationToken)
    {
        for (var isHeader = true; await rows.ReadAsync(cancellationToken); isHeader = false)
        {
            if (isHeader) FindColumns();
            for (var column = 0; column < rows.RowFieldCount; column++)
            {
                if (column > 0) await output.WriteAsync(',');
                var text = column == _reason && !isHeader ? Reason() : rows.GetString(column);
                await output.WriteAsync(CsvField.Quoted(SpreadsheetFormula.Defuse(text)).AsMemory(), cancellationToken);
            }

            await output.WriteAsync("\r\n".AsMemory(), cancellationToken);
        }
    }

    private void FindColumns()
    {
        _reason = Find(QuarantineColumns.Reason);
        _code = Find(QuarantineColumns.Code);
        _arguments = Find(QuarantineColumns.Arguments);
    }

    private int Find(string column)
    {
        var place = rows.RowFieldCount - 1;
        while (place >= 0 && rows.GetString(place) != column) place--;
        return place;
    }

    // A file of an earlier version has the text alone.
    private string Reason()
    {
        if (_code < 0 || _arguments < 0) return rows.GetString(_reason);
        var reason = (Code: rows.GetString(_code), Arguments: rows.GetString(_arguments));
        if (_reasons.TryGetValue(reason, out var text)) return text;
        return _reasons[reason] = texts.Render(MessageJson.Read(reason.Code, reason.Arguments));
    }
}
