using System.Globalization;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Measures;

/// <summary>What every set of forecasts must keep: a node's mean is the sum of its series', nothing is negative, intervals are nested, the median inside.</summary>
internal sealed class Coherence
{
    /// <summary>Largest difference allowed, as part of the node's mean (or of 1, where that is larger).</summary>
    public const double Tolerance = 1e-6;

    /// <summary>Largest difference found.</summary>
    public double Worst { get; private set; }

    /// <summary>Least value found, bounds included.</summary>
    public double Least { get; private set; } = double.PositiveInfinity;

    /// <summary>Sets of forecasts looked at.</summary>
    public int Sets { get; private set; }

    /// <summary>Why a set fails; empty where none does.</summary>
    public IReadOnlyList<string> Failures { get; private set; } = [];

    public void Check(string trial, Panel known, ForecastSet set)
    {
        Sets++;
        var hierarchy = Hierarchy.Of(known);
        var means = set.Nodes.ToDictionary(forecast => forecast.Node, forecast => forecast.Mean);
        var sums = new double[hierarchy.Nodes.Count][];
        for (var node = 0; node < sums.Length; node++) sums[node] = new double[set.Periods.Count];
        for (var series = 0; series < hierarchy.SeriesCount; series++)
        {
            var mean = means[new Node(Level.Bottom, known.Keys[series])];
            foreach (var node in hierarchy.NodesOf(series))
            {
                for (var h = 0; h < mean.Length; h++) sums[node][h] += mean[h];
            }
        }

        var worst = Enumerable.Range(0, sums.Length).Max(node => Difference(means[hierarchy.Nodes[node]], sums[node]));
        var least = set.Nodes.Min(forecast => Math.Min(forecast.Mean.Min(), forecast.Lower95.Min()));
        (Worst, Least) = (Math.Max(Worst, worst), Math.Min(Least, least));
        if (!(worst <= Tolerance)) Fail(string.Create(CultureInfo.InvariantCulture, $"{trial}: a node differs from the sum of its series by {worst:e2} of its mean"));
        if (!(least >= 0)) Fail(string.Create(CultureInfo.InvariantCulture, $"{trial}: a forecast is {least}"));
        if (!set.Nodes.All(IsNested)) Fail($"{trial}: the ends of a node's intervals are out of order");
    }

    private void Fail(string why) => Failures = [.. Failures, why];

    private static double Difference(double[] mean, double[] sum) =>
        Enumerable.Range(0, mean.Length).Max(h => Math.Abs(mean[h] - sum[h]) / Math.Max(1, Math.Abs(sum[h])));

    private static bool IsNested(NodeForecast forecast) => Enumerable.Range(0, forecast.Mean.Length).All(h =>
        forecast.Lower95[h] <= forecast.Lower80[h] && forecast.Lower80[h] <= forecast.Median[h]
        && forecast.Median[h] <= forecast.Upper80[h] && forecast.Upper80[h] <= forecast.Upper95[h]);
}
