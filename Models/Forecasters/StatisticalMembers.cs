using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Forecasters;

/// <summary>The per-series members, run over all nodes at an origin.</summary>
internal static class StatisticalMembers
{
    public static IReadOnlyList<IForecaster> All { get; } =
        [new SeasonalNaive(), new PooledSmoothing(), new DampedTrend(), new Theta(), new ExponentialSmoothing(), new CrostonSba(), new Tsb()];

    public static IEnumerable<string> Names => All.Select(member => member.Name);

    /// <returns>Member x node x horizon; null where a member can't serve a node.</returns>
    public static double[]?[][] Forecast(MemberRun run, CancellationToken cancellationToken)
    {
        var (nodes, origin, horizon) = (run.Nodes, run.Origin, run.History.Horizon);
        var means = new double[]?[All.Count][];
        for (var member = 0; member < means.Length; member++) means[member] = new double[nodes.Count][];
        Parallel.For(0, nodes.Count, new ParallelOptions { CancellationToken = cancellationToken }, node =>
        {
            if (nodes.First[node] >= origin) return;
            var window = Window(nodes, node, run.IndexOf(node), origin, horizon);
            for (var member = 0; member < means.Length; member++)
            {
                var mean = new double[horizon];
                if (All[member].TryForecast(window, mean)) means[member][node] = mean;
            }
        });
        return means;
    }

    public static SeriesWindow Window(NodePanel nodes, int node, SeasonalIndex index, int origin, int horizon)
    {
        var first = nodes.First[node];
        var length = origin - first + horizon;
        var (expanded, calendar) = (new double[length], index.Calendar is null ? [] : new double[length]);
        for (var t = 0; t < length; t++)
        {
            expanded[t] = index.At(nodes, first + t);
            if (index.Calendar is not null) calendar[t] = expanded[t] / index.Shrunk[nodes.PhaseAt(first + t)];
        }

        return new SeriesWindow(nodes.Values[node].AsSpan(first, origin - first), expanded, nodes.Season, calendar);
    }
}
