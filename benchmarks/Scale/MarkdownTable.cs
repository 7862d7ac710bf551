namespace CommunityDemand.Benchmarks.Scale;

/// <summary>A table that reads as well on a terminal as on a page: columns are padded, all but the first to the right.</summary>
internal sealed class MarkdownTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = columns.Select((column, i) => Math.Max(column.Length, _rows.Select(row => row[i].Length).DefaultIfEmpty(0).Max())).ToArray();
        var rule = "| " + string.Join(" | ", widths.Select((width, i) => i == 0 ? new string('-', width) : new string('-', Math.Max(1, width - 1)) + ":")) + " |";
        return string.Join('\n', [Line(columns, widths), rule, .. _rows.Select(row => Line(row, widths))]);
    }

    private static string Line(string[] cells, int[] widths) =>
        "| " + string.Join(" | ", cells.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))) + " |";
}
