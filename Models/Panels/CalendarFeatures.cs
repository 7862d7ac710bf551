namespace CommunityDemand.Models.Panels;

/// <summary>
/// What is known in advance of each period: holidays, days to a festival, make-up workdays. One row a column, past the end by the horizon.
/// </summary>
public sealed record CalendarFeatures
{
    /// <param name="names">One name a column.</param>
    /// <param name="columns">For each name a value a period of the panel's axis, followed by one a period of the horizon.</param>
    /// <exception cref="ArgumentException">A column is missing, or its length differs from the others'.</exception>
    public CalendarFeatures(IReadOnlyList<string> names, IReadOnlyList<float[]> columns)
    {
        if (names.Count != columns.Count) throw new ArgumentException("One column for each name.", nameof(columns));
        if (columns.Any(column => column.Length != columns[0].Length))
            throw new ArgumentException("All columns have the same length.", nameof(columns));
        var unknown = Enumerable.Range(0, names.Count).FirstOrDefault(i => columns[i].Any(value => !float.IsFinite(value)), -1);
        if (unknown >= 0)
        {
            throw new ArgumentException(
                $"Calendar column {names[unknown]} lacks a number in some period; what it says must be known in advance.", nameof(columns));
        }
        Names = names;
        Columns = columns;
    }

    public static CalendarFeatures None { get; } = new([], []);

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<float[]> Columns { get; }

    /// <summary>Periods covered; without columns, every period.</summary>
    public int Count => Columns.Count == 0 ? int.MaxValue : Columns[0].Length;
}
