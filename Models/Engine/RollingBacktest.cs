using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Engine;

/// <summary>The rolling backtest of the whole engine: each origin is a full training on the panel cut at that origin.</summary>
internal static class RollingBacktest
{
    public static BacktestResult Run(
        ForecastEngine engine,
        EngineOptions options,
        Panel panel,
        int horizon,
        int[] origins,
        IProgress<EngineProgress>? progress,
        CancellationToken cancellationToken)
    {
        var season = SeasonChoice.Of(options, panel.Truncate(origins[0]), horizon, cancellationToken);
        var nodes = NodePanel.Of(panel, panel.Schema, season);
        var tally = new AccuracyTally(nodes.Hierarchy, horizon, season);
        var number = Enumerable.Range(0, nodes.Count).ToDictionary(node => nodes.Hierarchy.Nodes[node]);
        var results = new List<BacktestOrigin>();
        foreach (var origin in origins)
        {
            progress?.Report(new EngineProgress($"origin {results.Count + 1} of {origins.Length}", (double)results.Count / origins.Length));
            var set = engine.Run(panel.Truncate(origin), horizon, null, cancellationToken);
            var actual = set.Nodes.Select(forecast => nodes.Copy(number[forecast.Node], origin..(origin + horizon))).ToArray();
            for (var i = 0; i < actual.Length; i++)
            {
                var node = number[set.Nodes[i].Node];
                if (nodes.First[node] >= origin) continue;
                tally.Add(node, nodes.Copy(node, ..origin), actual[i], Naive(nodes, node, origin, horizon), set.Nodes[i]);
            }

            results.Add(new BacktestOrigin(panel.Axis[origin - 1], set, actual));
        }

        progress?.Report(new EngineProgress("backtest", 1));
        return new BacktestResult(results, tally.Result());
    }

    private static double[] Naive(NodePanel nodes, int node, int origin, int horizon)
    {
        var mean = new double[horizon];
        var past = nodes.Copy(node, nodes.First[node]..origin);
        new SeasonalNaive().TryForecast(new SeriesWindow(past, [], nodes.Season), mean);
        return mean;
    }
}
