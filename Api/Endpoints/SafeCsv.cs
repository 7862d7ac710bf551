using System.Text;
using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Reading;
using Sylvan.Data.Csv;

namespace CommunityDemand.Api.Endpoints;

/// <summary>
/// Copies a CSV in bounded memory and makes it safe for spreadsheets: text that a spreadsheet would read as a formula gets a leading
/// apostrophe (OWASP, CSV injection), as in the CSV of the tables.
/// </summary>
internal static class SafeCsv
{
    // A rejected row may consist of one field as long as the file format allows.
    private static readonly CsvDataReaderOptions Reading =
        new() { HasHeaders = false, MaxBufferSize = 1 << 26, CsvStyle = CsvStyle.Standard };

    public static async Task CopyAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(source, Encoding.UTF8);
        await using var rows = await CsvDataReader.CreateAsync(text, Reading, cancellationToken);
        // The byte order mark tells Excel that the file is UTF-8.
        await using var output =
            new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16, leaveOpen: true);
        while (await rows.ReadAsync(cancellationToken))
        {
            for (var column = 0; column < rows.RowFieldCount; column++)
            {
                if (column > 0) await output.WriteAsync(',');
                await output.WriteAsync(Cell(rows.GetString(column)).AsMemory(), cancellationToken);
            }

            await output.WriteAsync("\r\n".AsMemory(), cancellationToken);
        }
    }

    private static string Cell(string text) => CsvField.Quoted(SpreadsheetFormula.Defuse(text));
}
