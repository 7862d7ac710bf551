using System.Globalization;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Measures;

/// <summary>
/// What every set of forecasts must keep: a node's mean is the sum of its series', nothing is negative, intervals are nested, the median
/// inside.
/// </summary>
/// <param name="Worst">Largest difference of a node's mean from the sum of its series', as part of that sum (or of 1, where that is
/// larger).</param>
/// <param name="Least">Least value, bounds included.</param>
/// <param name="Failures">Why the set fails; empty where it does not.</param>
internal sealed record Coherence(double Worst, double Least, IReadOnlyList<string> Failures)
{
    /// <summary>Largest difference allowed.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>Looks at a set of forecasts.</summary>
    /// <param name="trial">Names it in the failures.</param>
    /// <param name="known">The panel that was forecast.</param>
    public static Coherence Of(string trial, Panel known, ForecastSet set)
    {
        var hierarchy = Hierarchy.Of(known);
        var means = set.Nodes.ToDictionary(forecast => forecast.Node, forecast => forecast.Mean);
        var sums = Sums(hierarchy, known, means, set.Periods.Count);
        var worst = Enumerable.Range(0, sums.Length).Max(node => Difference(means[hierarchy.Nodes[node]], sums[node]));
        var least = set.Nodes.Min(forecast => Math.Min(forecast.Mean.Min(), forecast.Lower95.Min()));
        return new Coherence(worst, least, [.. Faults(worst, least, set).Select(fault => $"{trial}: {fault}")]);
    }

    /// <summary>Of several sets together.</summary>
    public static Coherence Of(IReadOnlyList<Coherence> sets) =>
        new(sets.Max(set => set.Worst), sets.Min(set => set.Least), [.. sets.SelectMany(set => set.Failures)]);

    private static double[][] Sums(Hierarchy hierarchy, Panel known, Dictionary<Node, double[]> means, int horizon)
    {
        var sums = new double[hierarchy.Nodes.Count][];
        for (var node = 0; node < sums.Length; node++) sums[node] = new double[horizon];
        for (var series = 0; series < hierarchy.SeriesCount; series++)
        {
            var mean = means[new Node(Level.Bottom, known.Keys[series])];
            foreach (var node in hierarchy.NodesOf(series))
            {
                for (var h = 0; h < horizon; h++) sums[node][h] += mean[h];
            }
        }

        return sums;
    }

    // Written so that NaN fails.
    private static IEnumerable<string> Faults(double worst, double least, ForecastSet set)
    {
        if (!(worst <= Tolerance))
            yield return string.Create(CultureInfo.InvariantCulture, $"a node differs from the sum of its series by {worst:e2} of it");
        if (!(least >= 0)) yield return string.Create(CultureInfo.InvariantCulture, $"a forecast is {least}");
        if (!set.Nodes.All(IsNested)) yield return "the ends of a node's intervals are out of order";
    }

    private static double Difference(double[] mean, double[] sum) =>
        Enumerable.Range(0, mean.Length).Max(h => Math.Abs(mean[h] - sum[h]) / Math.Max(1, Math.Abs(sum[h])));

    private static bool IsNested(NodeForecast forecast) => Enumerable.Range(0, forecast.Mean.Length).All(h =>
        forecast.Lower95[h] <= forecast.Lower80[h] && forecast.Lower80[h] <= forecast.Median[h]
        && forecast.Median[h] <= forecast.Upper80[h] && forecast.Upper80[h] <= forecast.Upper95[h]);
}
