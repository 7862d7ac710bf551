using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.History;

/// <summary>Summed history of each group of series: all series, and series that share a value of a key column.</summary>
internal sealed class PoolSeries
{
    /// <summary>
    /// Maximum number of values of a grouping column. A column with more values names single places, whose groups are too small; their
    /// sums would need more memory than the panel.
    /// </summary>
    private const int MostGroups = 2_000;

    private PoolSeries(RunningSums all, Dictionary<string, RunningSums>[] byColumn) => (All, ByColumn) = (all, byColumn);

    public RunningSums All { get; }

    public Dictionary<string, RunningSums>[] ByColumn { get; }

    /// <summary>Whether the values of each key column form groups.</summary>
    private static bool[] Groups(NodePanel nodes, int finest)
    {
        var keys = Enumerable.Range(0, nodes.Count)
            .Where(node => nodes.Hierarchy.LevelOfNode[node] == finest)
            .Select(node => nodes.Hierarchy.Nodes[node].Values)
            .ToArray();
        return [.. Enumerable.Range(0, nodes.Hierarchy.Levels[finest].Columns.Count)
            .Select(i => keys.Select(key => key[i]).Distinct(StringComparer.Ordinal).Take(MostGroups + 1).Count() <= MostGroups)];
    }

    /// <param name="column">Key column, or <see cref="CalendarBook.All"/>.</param>
    public RunningSums Of(int column, string value) => column == CalendarBook.All ? All : ByColumn[column][value];

    public static PoolSeries Of(NodePanel nodes)
    {
        var all = Unknown(nodes.Periods);
        // The finest level; for a panel of sums, it is not the bottom.
        var finest = nodes.Hierarchy.Levels.Count - 1;
        var columns = nodes.Hierarchy.Levels[finest].Columns;
        var byColumn = Enumerable.Range(0, columns[^1] + 1).Select(_ => new Dictionary<string, double[]>(StringComparer.Ordinal)).ToArray();
        var groups = Groups(nodes, finest);
        for (var node = 0; node < nodes.Count; node++)
        {
            if (nodes.Hierarchy.LevelOfNode[node] != finest) continue;
            Add(all, nodes.Values[node]);
            for (var i = 0; i < columns.Count; i++)
            {
                if (!groups[i]) continue;
                var (column, value) = (columns[i], nodes.Hierarchy.Nodes[node].Values[i]);
                if (!byColumn[column].TryGetValue(value, out var sum)) byColumn[column].Add(value, sum = Unknown(nodes.Periods));
                Add(sum, nodes.Values[node]);
            }
        }

        return new PoolSeries(
            new RunningSums(all),
            [.. byColumn.Select(column =>
                column.ToDictionary(pool => pool.Key, pool => new RunningSums(pool.Value), StringComparer.Ordinal))]);
    }

    private static double[] Unknown(int periods)
    {
        var values = new double[periods];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static void Add(double[] sum, float[] values)
    {
        for (var t = 0; t < sum.Length; t++)
        {
            if (!double.IsNaN(values[t])) sum[t] = double.IsNaN(sum[t]) ? values[t] : sum[t] + values[t];
        }
    }
}
