using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Pictures;

/// <summary>What happens to forecasts of a set's series as they reach further ahead, over several origins.</summary>
/// <param name="Title">Names the set, and how much was forecast.</param>
/// <param name="Unit">One period ahead, in words.</param>
/// <param name="Error">For each period ahead the mean over series of the root mean squared error over origins, on the in-sample
/// seasonal-naive scale.</param>
/// <param name="NaiveError">The same of the seasonal naive forecast.</param>
/// <param name="Covered80">For each period ahead the share of actuals inside the 80% interval.</param>
/// <param name="Covered95">The same of the 95% interval.</param>
internal sealed record HorizonStudy(string Title, string Unit, double[] Error, double[] NaiveError, double[] Covered80, double[] Covered95)
{
    /// <summary>Forecasts from several origins, the last a horizon before the end.</summary>
    public static async Task<HorizonStudy> RunAsync(
        string set, string unit, Panel panel, int horizon, int origins, int step, Workbench bench, IProgress<StepProgress> progress,
        CancellationToken cancellationToken)
    {
        var nodes = Trial.NodesOf(panel);
        var (ours, naive, inside80, inside95) = (new Tally(horizon), new Tally(horizon), new Tally(horizon), new Tally(horizon));
        for (var i = 0; i < origins; i++)
        {
            progress.Report(StepProgress.Of(i, origins, $"{set}, origin {i + 1} of {origins}"));
            var trial = Trial.At($"pictures {set}", nodes, panel.Axis.Count - horizon - (i * step), horizon).Judging(node => node.IsBottom);
            var forecasts = await bench.Ours.OfAsync(trial, cancellationToken);
            var benchmark = NaiveForecasts.SeasonalNaive(trial);
            foreach (var (node, outcome) in trial.Outcomes.Where(outcome => outcome.Value.RootScale > 0))
            {
                ours.Add(node, h => Square((outcome.Actual[h] - forecasts[node].Mean[h]) / outcome.RootScale));
                naive.Add(node, h => Square((outcome.Actual[h] - benchmark[node].Mean[h]) / outcome.RootScale));
                inside80.Add(node, h => Inside(outcome.Actual[h], forecasts[node].Lower80[h], forecasts[node].Upper80[h]));
                inside95.Add(node, h => Inside(outcome.Actual[h], forecasts[node].Lower95[h], forecasts[node].Upper95[h]));
            }
        }

        return new HorizonStudy(
            $"{set}: {panel.Keys.Count} series, {origins} origins",
            unit,
            ours.MeanOfRoots(),
            naive.MeanOfRoots(),
            inside80.Means(),
            inside95.Means());
    }

    private static double Square(double value) => value * value;

    private static double Inside(double actual, double lower, double upper) =>
        double.IsNaN(actual) ? double.NaN : Probabilistic.Covers(actual, lower, upper) ? 1 : 0;

    /// <summary>Sums by node and period ahead.</summary>
    private sealed class Tally(int horizon)
    {
        private readonly Dictionary<Node, (double Sum, int Count)[]> _sums = [];

        public void Add(Node node, Func<int, double> value)
        {
            if (!_sums.TryGetValue(node, out var sums)) _sums.Add(node, sums = new (double, int)[horizon]);
            for (var h = 0; h < horizon; h++)
            {
                var one = value(h);
                if (!double.IsNaN(one)) sums[h] = (sums[h].Sum + one, sums[h].Count + 1);
            }
        }

        public double[] MeanOfRoots() =>
            [.. Enumerable.Range(0, horizon)
                .Select(h => _sums.Values.Where(sums => sums[h].Count > 0).Average(sums => Math.Sqrt(sums[h].Sum / sums[h].Count)))];

        public double[] Means() =>
            [.. Enumerable.Range(0, horizon).Select(h => _sums.Values.Sum(sums => sums[h].Sum) / _sums.Values.Sum(sums => sums[h].Count))];
    }
}
