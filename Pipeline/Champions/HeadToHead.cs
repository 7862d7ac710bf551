using CommunityDemand.Models;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Champion and challenger on the same days, which neither has seen: the champion as it was saved, the challenger's settings and program trained anew on
/// what was known before them. Possible once the champion is a horizon old.
/// </summary>
internal static class HeadToHead
{
    /// <returns>
    /// The challenger's error over the champion's: root mean squared, as the geometric mean over levels; and the number of levels. Null where none has an
    /// error of both.
    /// </returns>
    public static (double Ratio, int Levels)? Run(
        ForecastEngine engine, TrainedModel champion, Panel panel, IProgress<EngineProgress>? progress, CancellationToken cancellationToken)
    {
        var trial = engine.Backtest(panel, champion.Horizon, origins: 1, step: 1, progress, cancellationToken).Origins[0];
        var past = panel.Truncate(panel.Axis.Count - champion.Horizon);
        var standing = engine.Reconcile(champion, [engine.Predict(champion, past, cancellationToken: cancellationToken)], cancellationToken)
            .Nodes.ToDictionary(forecast => forecast.Node, forecast => forecast.Mean);
        var ratios = Squares(trial, standing).Where(level => level is { Ours: > 0, Theirs: > 0 }).Select(level => Math.Sqrt(level.Ours / level.Theirs)).ToArray();
        return ratios.Length == 0 ? null : (Math.Exp(ratios.Average(Math.Log)), ratios.Length);
    }

    private static IEnumerable<(double Ours, double Theirs)> Squares(BacktestOrigin trial, Dictionary<Node, double[]> standing) => trial.Forecasts.Nodes
        .Select((forecast, i) => (forecast.Node, Ours: forecast.Mean, Actual: trial.Actual[i]))
        .Where(node => standing.ContainsKey(node.Node))
        .GroupBy(node => node.Node.Level, StringComparer.Ordinal)
        .Select(level => (level.Sum(node => Squares(node.Actual, node.Ours)), level.Sum(node => Squares(node.Actual, standing[node.Node]))));

    private static double Squares(double[] actual, double[] forecast) =>
        actual.Zip(forecast, (came, expected) => came - expected).Where(error => !double.IsNaN(error)).Sum(error => error * error);
}
