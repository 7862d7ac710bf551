namespace CommunityDemand.Models.Panels;

/// <summary>
/// Values known in advance for each period: holidays, days to a festival, make-up workdays. One row for each column, longer than the
/// panel's axis by the horizon.
/// </summary>
public sealed record CalendarFeatures
{
    /// <param name="names">Name of each column.</param>
    /// <param name="columns">
    /// Values of each column, one for each period of the panel's axis, followed by one for each period of the horizon.
    /// </param>
    /// <exception cref="ArgumentException">A column is missing, or its length differs from that of the others.</exception>
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

    /// <summary>Number of periods covered; unlimited without columns.</summary>
    public int Count => Columns.Count == 0 ? int.MaxValue : Columns[0].Length;
}
