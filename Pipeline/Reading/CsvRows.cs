using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>
/// CSV by RFC 4180, in UTF-8 with the mark by which Excel knows it. Text that a spreadsheet would take for a formula gets a leading
/// apostrophe (OWASP, CSV injection); numbers never do.
/// </summary>
internal sealed class CsvRows(IReadOnlyList<Column> columns, IBufferWriter<byte> output) : RowWriter(columns, output)
{
    private readonly StringBuilder _line = new();

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

    private static string Cell(Column column, object? value) => value switch
    {
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => Time(column, time),
        string text => CsvField.Of(SpreadsheetFormula.Defuse(text)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    private void Line(IEnumerable<string> cells)
    {
        _line.Clear().AppendJoin(',', cells).Append("\r\n");
        foreach (var chunk in _line.GetChunks()) Encoding.UTF8.GetBytes(chunk.Span, Output);
    }
}
