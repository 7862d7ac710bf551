namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>How well a dialect explains a text: rows of one width, made of values of a known kind.</summary>
internal static class DialectScore
{
    /// <summary>Rows of one column explain nothing, but neither do they contradict anything.</summary>
    private const double OneColumn = 0.15;

    /// <summary>Texts that are plain weigh nearly as much as numbers do: most columns of an office are names.</summary>
    private const double PlainText = 0.7;

    /// <summary>Scores rows between 0 and 1.</summary>
    public static double Of(IReadOnlyList<SampleRow> rows, Dialect dialect)
    {
        var filled = rows.Where(row => !row.IsBlank).ToArray();
        if (filled.Length == 0) return 0;
        var width = TypicalWidth(filled);
        var ofWidth = filled.Where(row => row.Cells.Length == width && !row.IsMalformed).ToArray();
        var consistency = (double)ofWidth.Length / filled.Length;
        var cells = ofWidth.SelectMany(row => row.Cells).ToArray();
        var known = cells.Length == 0 ? 0 : cells.Average(cell => Known(cell, dialect));
        if (width <= 1) return OneColumn * known * consistency;
        // More columns explain more, a little.
        return consistency * consistency * known * known * (1 - (0.3 / width)) * Prior(dialect);
    }

    /// <summary>The number of values that most rows have; of two as common, the larger.</summary>
    public static int TypicalWidth(IEnumerable<SampleRow> rows) => rows
        .Where(row => !row.IsBlank && !row.IsMalformed)
        .GroupBy(row => row.Cells.Length)
        .OrderByDescending(group => group.Count() * (group.Key == 1 ? 1 : 2))
        .ThenByDescending(group => group.Key)
        .FirstOrDefault()?.Key ?? 0;

    // How sure a value is one value.
    private static double Known(string cell, Dialect dialect)
    {
        var value = cell.AsSpan().Trim();
        if (CellKinds.Of(value) != CellKind.Text) return 1;
        if (dialect.Quote != '"' && value.Length > 1 && value[0] == '"' && value[^1] == '"') return 0;
        if (dialect.Quote != '\'' && value.Length > 1 && value[0] == '\'' && value[^1] == '\'') return 0;
        if (value[0] is '"' || value[^1] is '"') return 0.2;
        // Numbers and delimiters of another dialect: "1;2", "3|4".
        var joins = value.Count(';') + value.Count('\t') + value.Count('|') + (dialect.Delimiter[0] == ',' ? 0 : value.Count(',') / 2);
        if (value.Contains('\t')) return 0.1;
        return joins >= 2 ? 0.3 : PlainText + (1 - PlainText) * (joins == 0 ? 0.5 : 0);
    }

    private static double Prior(Dialect dialect) => dialect.Delimiter[0] switch
    {
        ',' or ';' or '\t' => 1,
        '|' => 0.98,
        ' ' => 0.6,
        _ => 0.5,
    };
}
