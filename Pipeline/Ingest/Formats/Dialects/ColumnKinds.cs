namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>What the values of each column look like, and how far a row agrees with it.</summary>
internal static class ColumnKinds
{
    private const int Rows = 400;

    /// <summary>Share of a column's values that have to be of one kind.</summary>
    private const double Most = 0.7;

    /// <summary>Finds the kinds from the rows at the end: the beginning may hold titles and a header.</summary>
    public static CellKind[] Of(IReadOnlyList<SampleRow> rows, int width)
    {
        var filled = rows.Where(row => row.Cells.Length == width && !row.IsBlank).ToArray();
        var body = filled[Math.Min(filled.Length / 2, 40)..].Take(Rows).ToArray();
        return OfBody(body, width);
    }

    /// <summary>Finds the kinds from rows that all belong to the table.</summary>
    public static CellKind[] OfBody(IReadOnlyList<SampleRow> rows, int width)
    {
        var body = rows.Where(row => row.Cells.Length == width).Take(Rows).ToArray();
        return [.. Enumerable.Range(0, width).Select(column => KindOf([.. body.Select(row => CellKinds.Of(row[column]))]))];
    }

    /// <summary>Values that are of their column's kind, and texts where numbers or dates are expected.</summary>
    public static (int Hits, int Misses) Compare(SampleRow row, IReadOnlyList<CellKind> kinds)
    {
        var (hits, misses) = (0, 0);
        for (var i = 0; i < kinds.Count; i++)
        {
            if (!CellKinds.IsTyped(kinds[i])) continue;
            var kind = CellKinds.Of(row[i]);
            if (kind == kinds[i]) hits++;
            else if (kind != CellKind.Empty) misses++;
        }

        return (hits, misses);
    }

    private static CellKind KindOf(CellKind[] values)
    {
        var filled = values.Where(kind => kind != CellKind.Empty).ToArray();
        if (filled.Length == 0) return CellKind.Empty;
        var common = filled.GroupBy(kind => kind).OrderByDescending(group => group.Count()).First();
        return common.Count() >= Most * filled.Length ? common.Key : CellKind.Text;
    }
}
