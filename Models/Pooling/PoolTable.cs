using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// Statistics of groups of series at an origin: all series together, and series that share a value of one key column. A part of a city
/// uses the table of the whole city, so forecasts by parts are identical to forecasts of the whole.
/// </summary>
internal sealed class PoolTable
{
    /// <summary>Number of series from which the usual shares are learned.</summary>
    private const int SeriesForShares = 200;

    private readonly Dictionary<string, Pool>[] _byColumn;
    private readonly int[] _ranking;
    private readonly KeySchema _schema;

    private PoolTable(KeySchema schema, Pool all, Dictionary<string, Pool>[] byColumn, int[] ranking)
    {
        _schema = schema;
        All = all;
        _byColumn = byColumn;
        _ranking = ranking;
    }

    public Pool All { get; }

    /// <summary>Usual shares of the candidates of an index.</summary>
    public IndexShares Shares { get; private set; } = IndexShares.Usual;

    /// <param name="calendarsAt">
    /// Origin of the calendars, at or before <paramref name="origin"/>: calendars change slowly and are expensive to learn.
    /// </param>
    public static PoolTable Learn(PanelHistory history, int origin, int calendarsAt)
    {
        var nodes = history.Nodes;
        var bottoms = Enumerable.Range(0, nodes.Count).Where(node => nodes.Hierarchy.Nodes[node].IsBottom).ToArray();
        var own = OwnSums(history, bottoms, origin, _ => null);
        var (all, byColumn) = Add(history, bottoms, own);
        var ranking = PoolRanking.Of(nodes, own, bottoms, all, byColumn);
        var calendars = Calendars(history, calendarsAt, ranking, byColumn);
        if (calendars.All is not null)
        {
            // A second pass, without the holidays that were found.
            own = OwnSums(history, bottoms, origin, node =>
                CalendarOf(nodes.Hierarchy.Nodes[node].Values) is { } profile ? history.Calendars.Over(profile) : null);
            (all, byColumn) = Add(history, bottoms, own);
        }

        var table = new PoolTable(
            nodes.Panel.Schema,
            new Pool(
                0,
                all,
                Growth.Of(new RunningSums(history.KnownOf(CalendarBook.All, "", origin)), origin, history.Horizon, history.Windows),
                calendars.All),
            [.. byColumn.Select((pools, column) => pools
                .OrderBy(pool => pool.Key, StringComparer.Ordinal)
                .Select((pool, code) => (pool.Key, Pool: new Pool(
                    code + 1,
                    pool.Value,
                    Growth.Of(new RunningSums(history.KnownOf(column, pool.Key, origin)), origin, history.Horizon, history.Windows),
                    calendars.ByColumn[column]?.GetValueOrDefault(pool.Key) ?? calendars.All)))
                .ToDictionary(pool => pool.Key, pool => pool.Pool, StringComparer.Ordinal))],
            ranking);
        table.Shares = UsualShares(history, table, bottoms, own, origin);
        return table;

        CalendarProfile? CalendarOf(IReadOnlyList<string> values) =>
            ranking.Length == 0 ? calendars.All : calendars.ByColumn[ranking[0]]?.GetValueOrDefault(values[ranking[0]]) ?? calendars.All;
    }

    /// <summary>The best group that contains a node and is not identical to it; otherwise the group of all series.</summary>
    public Pool GroupOf(Hierarchy hierarchy, int node) => Find(hierarchy, node, orWhole: false);

    /// <summary>The calendar of the best group that contains a node; the group may be identical to the node.</summary>
    public CalendarProfile? CalendarOf(Hierarchy hierarchy, int node) => Find(hierarchy, node, orWhole: true).Calendar;

    /// <summary>Calendar factors of a node, one for each period; null where the calendar has no effect.</summary>
    public CalendarFactor[]? FactorsOf(PanelHistory history, int node) =>
        CalendarOf(history.Nodes.Hierarchy, node) is { } profile ? history.Calendars.Over(profile) : null;

    private Pool Find(Hierarchy hierarchy, int node, bool orWhole)
    {
        var (columns, values) = (hierarchy.Levels[hierarchy.LevelOfNode[node]].Columns, hierarchy.Nodes[node].Values);
        foreach (var column in _ranking)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] == column && (orWhole || IsPart(columns, column)) && _byColumn[column].TryGetValue(values[i], out var pool))
                    return pool;
            }
        }

        return All;
    }

    /// <summary>
    /// Whether nodes with these columns are parts of the groups of a column: some column other than the given one and its ancestors
    /// distinguishes the nodes.
    /// </summary>
    private bool IsPart(IReadOnlyList<int> columns, int column)
    {
        var dimension = _schema.Dimensions.FirstOrDefault(dimension => dimension.Contains(_schema.Columns[column]))
            ?? [_schema.Columns[column]];
        var above = dimension.TakeWhile(name => name != _schema.Columns[column]).Append(_schema.Columns[column]).ToArray();
        return columns.Any(other => !above.Contains(_schema.Columns[other]));
    }

    public void Write(BinaryWriter writer)
    {
        All.Write(writer);
        Shares.Write(writer);
        writer.WriteArray<int>(_ranking);
        writer.WriteList(_byColumn, (w, pools) => w.WriteList([.. pools.OrderBy(pool => pool.Key, StringComparer.Ordinal)], (x, pool) =>
        {
            x.Write(pool.Key);
            pool.Value.Write(x);
        }));
    }

    public static PoolTable Read(BinaryReader reader, KeySchema schema)
    {
        var (all, shares) = (Pool.Read(reader), IndexShares.Read(reader));
        var ranking = reader.ReadArray<int>();
        var byColumn = reader.ReadList(r => r.ReadList(x => (Key: x.ReadString(), Pool: Pool.Read(x)))
            .ToDictionary(pool => pool.Key, pool => pool.Pool, StringComparer.Ordinal));
        return new PoolTable(schema, all, byColumn, ranking) { Shares = shares };
    }

    /// <summary>Shares that suit the series of the panel best; from evenly chosen series, because few give the same.</summary>
    private static IndexShares UsualShares(PanelHistory history, PoolTable pools, int[] bottoms, SeasonalSums[] own, int origin)
    {
        var every = (bottoms.Length + SeriesForShares - 1) / SeriesForShares;
        int[] chosen = [.. bottoms.Where((_, i) => i % every == 0)];
        var found = new IndexEvidence[chosen.Length];
        Parallel.For(0, chosen.Length, i =>
        {
            var node = chosen[i];
            found[i] = SeasonalIndex.EvidenceOf(
                history.Nodes, new PlainValues(history, node, origin, pools.FactorsOf(history, node)), own[node], pools,
                pools.GroupOf(history.Nodes.Hierarchy, node), own[node]);
        });
        var all = new IndexEvidence();
        foreach (var evidence in found) all.Add(evidence);
        return all.Shares(IndexShares.Usual);
    }

    private static SeasonalSums[] OwnSums(PanelHistory history, int[] bottoms, int origin, Func<int, CalendarFactor[]?> calendar)
    {
        var own = new SeasonalSums[history.Nodes.Count];
        Parallel.ForEach(
            bottoms, node => own[node] = SeasonalSums.Of(history.Nodes, new PlainValues(history, node, origin, calendar(node))));
        return own;
    }

    private static (SeasonalSums All, Dictionary<string, SeasonalSums>[] ByColumn) Add(
        PanelHistory history, int[] bottoms, SeasonalSums[] own)
    {
        var nodes = history.Nodes;
        var all = new SeasonalSums(nodes.Season);
        var byColumn = nodes.Panel.Schema.Columns.Select(_ => new Dictionary<string, SeasonalSums>(StringComparer.Ordinal)).ToArray();
        foreach (var node in bottoms)
        {
            all.Add(own[node]);
            for (var column = 0; column < byColumn.Length; column++)
            {
                if (history.Pools.ByColumn[column].Count == 0) continue;
                var value = nodes.Hierarchy.Nodes[node].Values[column];
                if (!byColumn[column].TryGetValue(value, out var sums)) byColumn[column].Add(value, sums = new SeasonalSums(nodes.Season));
                sums.Add(own[node]);
            }
        }

        return (all, byColumn);
    }

    /// <summary>The calendars of the columns that explain seasons, and the calendar of all series together.</summary>
    private static (CalendarProfile? All, Dictionary<string, CalendarProfile>?[] ByColumn) Calendars(
        PanelHistory history, int origin, int[] ranking, Dictionary<string, SeasonalSums>[] byColumn)
    {
        var all = history.Calendars.At(origin, CalendarBook.All, "");
        var found = new Dictionary<string, CalendarProfile>?[byColumn.Length];
        if (all is null) return (null, found);
        foreach (var column in ranking)
        {
            var values = byColumn[column].Keys.Order(StringComparer.Ordinal).ToArray();
            var profiles = new CalendarProfile?[values.Length];
            Parallel.For(0, values.Length, i => profiles[i] = history.Calendars.At(origin, column, values[i]));
            found[column] = Enumerable.Range(0, values.Length)
                .Where(i => profiles[i] is not null)
                .ToDictionary(i => values[i], i => profiles[i]!, StringComparer.Ordinal);
        }

        return (all, found);
    }
}
