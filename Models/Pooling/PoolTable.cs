using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// What groups of series show at an origin: all series together, and those that share a value of one key column. A
/// part of a city uses the whole city's table, so that forecasting by parts gives the same bits as forecasting at once.
/// </summary>
internal sealed class PoolTable
{
    private readonly Dictionary<string, Pool>[] _byColumn;
    private readonly int[] _ranking;

    private PoolTable(Pool all, Dictionary<string, Pool>[] byColumn, int[] ranking)
    {
        All = all;
        _byColumn = byColumn;
        _ranking = ranking;
    }

    public Pool All { get; }

    public static PoolTable Learn(NodePanel nodes, PoolSeries series, int origin, int horizon, FeatureWindows windows)
    {
        var all = new SeasonalSums(nodes.Season);
        var columns = nodes.Panel.Schema.Columns.Count;
        var byColumn = new Dictionary<string, SeasonalSums>[columns];
        for (var column = 0; column < columns; column++) byColumn[column] = new(StringComparer.Ordinal);
        var bottoms = Enumerable.Range(0, nodes.Count).Where(node => nodes.Hierarchy.Nodes[node].IsBottom).ToArray();
        var own = new SeasonalSums[nodes.Count];
        Parallel.ForEach(bottoms, node => own[node] = SeasonalSums.Of(nodes, node, origin));
        foreach (var node in bottoms)
        {
            all.Add(own[node]);
            for (var column = 0; column < columns; column++)
            {
                var value = nodes.Hierarchy.Nodes[node].Values[column];
                if (!byColumn[column].TryGetValue(value, out var sums)) byColumn[column].Add(value, sums = new SeasonalSums(nodes.Season));
                sums.Add(own[node]);
            }
        }

        return new PoolTable(
            new Pool(0, all, Growth.Of(series.All, origin, horizon, windows)),
            [.. byColumn.Select((pools, column) => pools
                .OrderBy(pool => pool.Key, StringComparer.Ordinal)
                .Select((pool, code) => (pool.Key, Pool: new Pool(code + 1, pool.Value, Growth.Of(series.ByColumn[column][pool.Key], origin, horizon, windows))))
                .ToDictionary(pool => pool.Key, pool => pool.Pool, StringComparer.Ordinal))],
            Rank(nodes, own, bottoms, all, byColumn));
    }

    /// <summary>The best group that a node with these columns belongs to and is not the whole of; else that of all series.</summary>
    public Pool GroupOf(IReadOnlyList<int> columns, IReadOnlyList<string> values, SeasonalSums own)
    {
        var mass = own.Mass * 1.0001;
        foreach (var column in _ranking)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] == column && _byColumn[column].TryGetValue(values[i], out var pool) && pool.Sums.Mass > mass) return pool;
            }
        }

        return All;
    }

    public void Write(BinaryWriter writer)
    {
        All.Write(writer);
        writer.WriteArray<int>(_ranking);
        writer.WriteList(_byColumn, (w, pools) => w.WriteList(pools.OrderBy(pool => pool.Key, StringComparer.Ordinal).ToArray(), (x, pool) =>
        {
            x.Write(pool.Key);
            pool.Value.Write(x);
        }));
    }

    public static PoolTable Read(BinaryReader reader)
    {
        var all = Pool.Read(reader);
        var ranking = reader.ReadArray<int>();
        var byColumn = reader.ReadList(r => r.ReadList(x => (Key: x.ReadString(), Pool: Pool.Read(x)))
            .ToDictionary(pool => pool.Key, pool => pool.Pool, StringComparer.Ordinal));
        return new PoolTable(all, byColumn, ranking);
    }

    /// <summary>
    /// Columns by how well the rest of a series' group tells its own index: the smaller the squared distance, weighted by the
    /// series' size, the better. Those worse than the index of all series are left out.
    /// </summary>
    private static int[] Rank(NodePanel nodes, SeasonalSums[] own, int[] bottoms, SeasonalSums all, Dictionary<string, SeasonalSums>[] byColumn)
    {
        var cost = new double[byColumn.Length];
        var common = new double[byColumn.Length];
        Span<double> self = new double[nodes.Season];
        Span<double> group = new double[nodes.Season];
        Span<double> global = new double[nodes.Season];
        foreach (var node in bottoms)
        {
            if (!own[node].Index(self) || !all.Index(global, own[node])) continue;
            var mass = own[node].Mass;
            for (var column = 0; column < byColumn.Length; column++)
            {
                if (!byColumn[column][nodes.Hierarchy.Nodes[node].Values[column]].Index(group, own[node])) continue;
                cost[column] += mass * Distance(self, group);
                common[column] += mass * Distance(self, global);
            }
        }

        return [.. Enumerable.Range(0, cost.Length)
            .Where(column => cost[column] < common[column])
            .OrderBy(column => cost[column] / common[column])];
    }

    private static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
        return sum;
    }
}
