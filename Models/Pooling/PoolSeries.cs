using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Pooling;

/// <summary>The summed past of each group of series: all, and those that share a value of a key column.</summary>
internal sealed class PoolSeries
{
    /// <summary>A column with more values names single places, and its groups are too narrow to tell anything; their sums would take more room than the panel.</summary>
    private const int MostGroups = 2_000;

    private PoolSeries(RunningSums all, Dictionary<string, RunningSums>[] byColumn) => (All, ByColumn) = (all, byColumn);

    public RunningSums All { get; }

    public Dictionary<string, RunningSums>[] ByColumn { get; }

    /// <summary>For each key column whether its values make groups.</summary>
    private static bool[] Groups(NodePanel nodes) => [.. Enumerable.Range(0, nodes.Panel.Schema.Columns.Count)
        .Select(column => nodes.Panel.Keys.Select(key => key[column]).Distinct(StringComparer.Ordinal).Take(MostGroups + 1).Count() <= MostGroups)];

    /// <param name="column">Key column, or <see cref="Calendars.CalendarBook.All"/>.</param>
    public RunningSums Of(int column, string value) => column == Calendars.CalendarBook.All ? All : ByColumn[column][value];

    public static PoolSeries Of(NodePanel nodes)
    {
        var all = Unknown(nodes.Periods);
        var byColumn = nodes.Panel.Schema.Columns.Select(_ => new Dictionary<string, double[]>(StringComparer.Ordinal)).ToArray();
        var groups = Groups(nodes);
        for (var node = 0; node < nodes.Count; node++)
        {
            if (!nodes.Hierarchy.Nodes[node].IsBottom) continue;
            Add(all, nodes.Values[node]);
            for (var column = 0; column < byColumn.Length; column++)
            {
                if (!groups[column]) continue;
                var value = nodes.Hierarchy.Nodes[node].Values[column];
                if (!byColumn[column].TryGetValue(value, out var sum)) byColumn[column].Add(value, sum = Unknown(nodes.Periods));
                Add(sum, nodes.Values[node]);
            }
        }

        return new PoolSeries(
            new RunningSums(all),
            [.. byColumn.Select(column => column.ToDictionary(pool => pool.Key, pool => new RunningSums(pool.Value), StringComparer.Ordinal))]);
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
