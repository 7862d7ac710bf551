using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Pooling;

/// <summary>The key columns that explain the season of a series.</summary>
internal static class PoolRanking
{
    /// <summary>
    /// Columns ordered by how well the rest of a series' group predicts the series' own index: by squared distance, weighted by the size
    /// of the series, lowest first. Columns worse than the index of all series are left out.
    /// </summary>
    public static int[] Of(
        NodePanel nodes, SeasonalSums[] own, int[] bottoms, SeasonalSums all, Dictionary<string, SeasonalSums>[] byColumn)
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
                if (!byColumn[column].TryGetValue(nodes.Hierarchy.Nodes[node].Values[column], out var pool)
                    || !pool.Index(group, own[node]))
                    continue;
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
