namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>
/// Judges the rows that stand out below a header: of another width, after a blank line, or like the header itself. Such a row may belong
/// to a second table, or have its values in the wrong columns.
/// </summary>
internal sealed class RowPlacement(TableLayout layout)
{
    private const int LongestName = 40;

    private long _second;

    /// <summary>Whether each row that follows has to be judged.</summary>
    public bool IsPastTable => _second > 0;

    /// <summary>Judges a row.</summary>
    /// <param name="isAfterGap">Whether a blank line stands above it.</param>
    public PlacedRow Judge(SampleRow row, bool isAfterGap)
    {
        var isSecond = IsSecondHeader(row, isAfterGap);
        if (RepeatsHeader(row))
        {
            _second = 0;
            return new PlacedRow(TableMessages.HeaderAgain);
        }

        if (isSecond) _second = row.Line;
        if (_second > 0) return new PlacedRow(TableMessages.SecondTable(_second));
        if (IsNote(row, isAfterGap)) return new PlacedRow(TableMessages.Note);
        var width = layout.Names.Count;
        if (row.Cells.Length == width) return default;
        var (_, misses) = ColumnKinds.Compare(row, layout.Kinds);
        if (row.Cells.Length < width) return misses > 0 ? new PlacedRow(TableMessages.TooFew(width)) : default;
        var isFilledBeyond = row.Cells.Skip(width).Any(cell => !string.IsNullOrWhiteSpace(cell));
        if (!isFilledBeyond && misses == 0) return default;
        // The header leaves a column without a name: which one, the file doesn't say.
        if (row.Cells.Length == layout.Kinds.Count) return new PlacedRow(TableMessages.TooMany(width), row.Cells);
        var mended = WithoutOne(row, width, misses);
        return !isFilledBeyond && mended is null ? default : new PlacedRow(TableMessages.TooMany(width), mended);
    }

    private bool RepeatsHeader(SampleRow row) =>
        layout.HasHeader && row.Filled >= Math.Min(2, layout.Names.Count) && row.Cells.Length >= layout.Names.Count
        && row.Cells.Select((cell, i) => (Cell: cell, Name: i < layout.Names.Count ? layout.Names[i] : ""))
            .All(pair => pair.Cell.Trim() == pair.Name);

    private bool IsSecondHeader(SampleRow row, bool isAfterGap)
    {
        if (row.Filled < 2 || Array.Exists(row.Cells, cell => CellKinds.IsTyped(CellKinds.Of(cell)))) return false;
        var known = row.Cells.Count(cell => cell.Length > 0 && layout.Names.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase));
        if (layout.HasHeader && known >= 2 && 2 * known >= row.Filled) return true;
        if (layout.HasHeader && row.Cells.Count(KnownColumns.IsName) is >= 2 and var columns && 2 * columns >= row.Filled) return true;
        var misses = ColumnKinds.Compare(row, layout.Kinds).Misses;
        var areNames = row.Filled == row.Cells.Length && LooksLikeNames(row.Cells);
        return isAfterGap ? misses > 1 || (misses == 1 && areNames) : misses > 1 && areNames && row.Cells.Length != layout.Names.Count;
    }

    private static bool LooksLikeNames(string[] cells) =>
        cells.All(cell => cell.Length <= LongestName) && cells.Distinct(StringComparer.OrdinalIgnoreCase).Count() == cells.Length;

    private bool IsNote(SampleRow row, bool isAfterGap) =>
        row.Filled == 1 && layout.Names.Count > 2 && (isAfterGap || row.Cells.Length == 1)
            && ColumnKinds.Compare(row, layout.Kinds).Hits == 0;

    // The row without one empty value, where that puts the others into columns of their kind.
    private string[]? WithoutOne(SampleRow row, int width, int misses)
    {
        if (row.Cells.Length != width + 1) return null;
        string[]? best = null;
        for (var i = 0; i < width; i++)
        {
            if (row.Cells[i].Length > 0) continue;
            string[] cells = [.. row.Cells[..i], .. row.Cells[(i + 1)..]];
            var rest = ColumnKinds.Compare(row with { Cells = cells }, layout.Kinds).Misses;
            if (rest >= misses && !(rest == misses && best is null && row.Cells[width].Length > 0)) continue;
            (best, misses) = (cells, rest);
        }

        return best;
    }
}
