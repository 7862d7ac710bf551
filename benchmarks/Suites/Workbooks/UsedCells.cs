namespace CommunityDemand.Benchmarks.Suites.Workbooks;

/// <summary>The cells of a sheet that are not blank, counted from the first row and column that have one.</summary>
internal sealed class UsedCells
{
    private readonly Dictionary<(int Row, int Column), string> _cells = [];

    public IEnumerable<(int Row, int Column)> Places => _cells.Keys;

    public string this[(int Row, int Column) place] => _cells.GetValueOrDefault(place, "");

    public static UsedCells Of(IReadOnlyList<string[]> rows)
    {
        var filled = rows.SelectMany((row, number) => row.Select((text, column) => (Row: number, Column: column, Text: text)))
            .Where(cell => cell.Text.Trim().Length > 0).ToArray();
        var used = new UsedCells();
        if (filled.Length == 0) return used;
        var (top, left) = (filled.Min(cell => cell.Row), filled.Min(cell => cell.Column));
        foreach (var cell in filled) used._cells[(cell.Row - top, cell.Column - left)] = cell.Text;
        return used;
    }
}
