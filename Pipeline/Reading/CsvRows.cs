using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>
/// CSV by RFC 4180, in UTF-8 with the mark by which Excel knows it. Text that a spreadsheet would take for a formula gets a leading
/// apostrophe (OWASP, CSV injection); numbers never do.
/// </summary>
internal sealed class CsvRows(IReadOnlyList<Column> columns, MessageTexts texts, IBufferWriter<byte> output)
    : RowWriter(columns, texts, output)
{
    private readonly StringBuilder _line = new();

    // Rows of a series repeat what they say: a cell is rendered once.
    private readonly Dictionary<(ColumnKind Kind, string Stored), string> _texts = [];

    public override string ContentType => "text/csv; charset=utf-8";

    public override void Begin()
    {
        Output.Write(Encoding.UTF8.Preamble);
        Line(Columns.Select(column => column.ApiName));
    }

    public override void Row(TableEntity entity) => Line(Columns.Select(column => Cell(column, entity[column.Name])));

    public override void End(string? next)
    {
    }

    private string Cell(Column column, object? value) => value switch
    {
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => Time(column, time),
        string stored when column.Kind is ColumnKind.Message or ColumnKind.Messages or ColumnKind.MessageRows =>
            CsvField.Of(SpreadsheetFormula.Defuse(TextOf(column, stored))),
        string text => CsvField.Of(SpreadsheetFormula.Defuse(text)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    private string TextOf(Column column, string stored)
    {
        if (_texts.TryGetValue((column.Kind, stored), out var text)) return text;
        var messages = column.Kind == ColumnKind.MessageRows
            ? StoredMessages.ReadRows(stored)
                .Select(one => $"{Texts.Render(one.Message)} {one.Rows.ToString(CultureInfo.InvariantCulture)}")
            : StoredMessages.Read(stored).Select(Texts.Render);
        return _texts[(column.Kind, stored)] = string.Join("; ", messages);
    }

    private void Line(IEnumerable<string> cells)
    {
        _line.Clear().AppendJoin(',', cells).Append("\r\n");
        foreach (var chunk in _line.GetChunks()) Encoding.UTF8.GetBytes(chunk.Span, Output);
    }
}
