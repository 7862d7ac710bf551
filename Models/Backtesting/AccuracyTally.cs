using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Backtesting;

/// <summary>
/// Accuracy measures by level: collects forecasts and actual values, and averages the measures over the whole horizon and over its
/// thirds.
/// </summary>
internal sealed class AccuracyTally(Hierarchy hierarchy, int horizon, int season)
{
    private static readonly double[] QuantileLevels = [0.025, 0.1, 0.5, 0.9, 0.975];

    private readonly Sums[,] _sums = NewSums(hierarchy.Levels.Count, Spans(horizon).Count);

    /// <summary>The whole horizon, then its thirds (for a horizon of at least three periods).</summary>
    public static IReadOnlyList<(int From, int To)> Spans(int horizon) => horizon < 3
        ? [(1, horizon)]
        : [(1, horizon), (1, horizon / 3), ((horizon / 3) + 1, 2 * horizon / 3), ((2 * horizon / 3) + 1, horizon)];

    /// <param name="history">Values of the node up to the origin.</param>
    /// <param name="actual">Actual values; NaN where unknown.</param>
    /// <param name="naive">Seasonal naive forecast.</param>
    public void Add(int node, ReadOnlySpan<double> history, double[] actual, double[] naive, NodeForecast forecast)
    {
        var known = history;
        while (known.Length > 0 && double.IsNaN(known[0])) known = known[1..];
        var scale = Accuracy.SeasonalNaiveScale(known, season);
        var rootScale = Accuracy.SeasonalNaiveRootScale(known, season);
        var spans = Spans(horizon);
        for (var i = 0; i < spans.Count; i++)
        {
            var (from, to) = (spans[i].From - 1, spans[i].To);
            var truth = actual.AsSpan(from, to - from);
            if (truth.IndexOfAnyExcept(double.NaN) < 0) continue;
            var sums = _sums[hierarchy.LevelOfNode[node], i];
            sums.Nodes++;
            if (scale > 0)
            {
                sums.Scaled++;
                sums.Mase += Accuracy.Mase(truth, forecast.Mean.AsSpan(from, to - from), scale);
                sums.Rmsse += Accuracy.Rmsse(truth, forecast.Mean.AsSpan(from, to - from), rootScale);
                sums.NaiveMase += Accuracy.Mase(truth, naive.AsSpan(from, to - from), scale);
                sums.NaiveRmsse += Accuracy.Rmsse(truth, naive.AsSpan(from, to - from), rootScale);
            }

            for (var h = from; h < to; h++) sums.AddPeriod(actual[h], naive[h], forecast, h);
        }
    }

    public IReadOnlyList<LevelAccuracy> Result()
    {
        var spans = Spans(horizon);
        var rows = new List<LevelAccuracy>();
        for (var level = 0; level < hierarchy.Levels.Count; level++)
        {
            for (var i = 0; i < spans.Count; i++)
            {
                var s = _sums[level, i];
                rows.Add(new LevelAccuracy(
                    hierarchy.Levels[level].Name, spans[i].From, spans[i].To,
                    s.Mase / s.Scaled, s.Rmsse / s.Scaled, s.Errors / s.Actuals, s.Crps / s.Actuals,
                    s.Inside80 / s.Periods, s.Inside95 / s.Periods,
                    s.NaiveMase / s.Scaled, s.NaiveRmsse / s.Scaled, s.NaiveErrors / s.Actuals, s.Nodes, s.Nodes - s.Scaled));
            }
        }

        return rows;
    }

    private static Sums[,] NewSums(int levels, int spans)
    {
        var sums = new Sums[levels, spans];
        for (var level = 0; level < levels; level++)
        {
            for (var span = 0; span < spans; span++) sums[level, span] = new Sums();
        }

        return sums;
    }

    private sealed class Sums
    {
        public double Mase, Rmsse, NaiveMase, NaiveRmsse, Errors, NaiveErrors, Actuals, Crps, Inside80, Inside95, Periods;
        public int Nodes, Scaled;

        public void AddPeriod(double actual, double naive, NodeForecast forecast, int h)
        {
            if (double.IsNaN(actual)) return;
            Periods++;
            Actuals += actual;
            Errors += Math.Abs(actual - forecast.Mean[h]);
            NaiveErrors += Math.Abs(actual - naive);
            if (Probabilistic.Covers(actual, forecast.Lower80[h], forecast.Upper80[h])) Inside80++;
            if (Probabilistic.Covers(actual, forecast.Lower95[h], forecast.Upper95[h])) Inside95++;
            Crps += Probabilistic.Crps(
                actual, QuantileLevels,
                [forecast.Lower95[h], forecast.Lower80[h], forecast.Median[h], forecast.Upper80[h], forecast.Upper95[h]]);
        }
    }
}
