namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// A header of several rows, where cells merged downwards show that they are one: <c>visits</c> above <c>men</c> and <c>women</c>.
/// </summary>
internal static class HeaderRows
{
    private const int Most = 4;

    /// <returns>The names of the columns, and the index of the header's last row.</returns>
    public static (string[] Names, int Last) Join(IReadOnlyList<SampleRow> rows, int first, IReadOnlyList<MergedRange> merged)
    {
        var top = rows[first].Number;
        var bottom = merged.Where(range => range.FirstRow == top && range.LastRow < top + Most)
            .Select(range => range.LastRow).DefaultIfEmpty(top).Max();
        var last = first;
        while (last + 1 < rows.Count && rows[last + 1].Number <= bottom) last++;
        var width = Enumerable.Range(first, last - first + 1).Max(row => rows[row].Cells.Length);
        var names = new string[width];
        for (var column = 0; column < width; column++)
        {
            var parts = Enumerable.Range(first, last - first + 1).Select(row => Cell(rows, row, column, last > first ? merged : []));
            names[column] = string.Join(' ', parts.Where(part => part.Length > 0).Distinct());
        }

        return (names, last);
    }

    // A group's name stands over its first column only.
    private static string Cell(IReadOnlyList<SampleRow> rows, int row, int column, IReadOnlyList<MergedRange> merged)
    {
        var own = Text(rows[row].Cells, column);
        if (own.Length > 0) return own;
        var over = merged.FirstOrDefault(
            range => range.FirstRow == rows[row].Number && range.FirstColumn < column && range.LastColumn >= column);
        return over == default ? "" : Text(rows[row].Cells, over.FirstColumn);
    }

    private static string Text(string[] cells, int column) => column < cells.Length ? cells[column].Trim() : "";
}
