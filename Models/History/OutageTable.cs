using CommunityDemand.Domain.Time;

namespace CommunityDemand.Models.History;

/// <summary>Outages of all series together, and of each group.</summary>
internal sealed class OutageTable
{
    private static readonly List<Outage> None = [];

    private readonly List<Outage> _all;
    private readonly Dictionary<string, List<Outage>>[] _byColumn;

    private OutageTable(List<Outage> all, Dictionary<string, List<Outage>>[] byColumn) => (_all, _byColumn) = (all, byColumn);

    /// <summary>Outages of a group; empty for a group that the training does not know.</summary>
    /// <param name="column">Key column, or <see cref="CalendarBook.All"/>.</param>
    public IReadOnlyList<Outage> this[int column, string value] =>
        column == CalendarBook.All ? _all
        : column < _byColumn.Length && _byColumn[column].TryGetValue(value, out var found) ? found
        : None;

    public static OutageTable Find(PoolSeries pools, int periods, Frequency frequency, int year) => new(
        OutageFinder.Find(pools.All, periods, frequency, year),
        [.. pools.ByColumn.Select(column => column
            .Select(pool => (pool.Key, Outages: OutageFinder.Find(pool.Value, periods, frequency, year)))
            .Where(pool => pool.Outages.Count > 0)
            .ToDictionary(pool => pool.Key, pool => pool.Outages, StringComparer.Ordinal))]);
}
