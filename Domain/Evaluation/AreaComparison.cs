using CommunityDemand.Domain.Statistics;
using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Evaluation;

/// <summary>Comparison of the areas of one level: shrunken means, and which areas differ from the city by more than chance.</summary>
public static class AreaComparison
{
    /// <summary>Expected share of chance findings among the areas reported.</summary>
    public const double FalseDiscoveries = 0.05;

    /// <summary>Distance from the city's mean, in points on the scale of 100, that a shrunken mean must have to be reported.</summary>
    public const double MarginPoints = 2;

    /// <summary>Compares areas.</summary>
    /// <param name="areas">Moments of each area, on the scale of 100, with at least <see cref="Ratings.Fewest"/> answers each.</param>
    /// <param name="city">Moments of all answers, including those of areas too small to compare.</param>
    /// <remarks>
    /// <list type="bullet">
    /// <item>The sampling variance of an area is the pooled variance within areas, divided by the area's number of answers. With the
    /// area's own variance, a few answers that happen to be equal would count as certain.</item>
    /// <item>An area is tested against the rest of the city, which excludes the area: a two-sided t test of the contrast, with the pooled
    /// variance (Montgomery 2013, <i>Design and Analysis of Experiments</i>, section 3.5.4). The areas form one family of tests
    /// (<see cref="FalseDiscoveryRate"/>).</item>
    /// <item>An area is weak or strong if its adjusted p-value is at most <see cref="FalseDiscoveries"/> and its shrunken mean differs by
    /// at least <see cref="MarginPoints"/> from the city's mean.</item>
    /// </list>
    /// </remarks>
    public static IReadOnlyList<ComparedArea> Compare(IReadOnlyList<SampleMoments> areas, SampleMoments city)
    {
        if (areas.Count == 0) return [];
        var freedom = areas.Sum(area => area.Count - 1);
        var within = areas.Sum(area => area.SquaresAroundMean) / freedom;
        var (shrunk, reliability) = Shrink(areas, within);
        double?[] pValues = [.. areas.Select(area => PValue(area, city - area, within, freedom))];
        var adjusted = FalseDiscoveryRate.Adjust([.. pValues.OfType<double>()]);
        var compared = new ComparedArea[areas.Count];
        for (var (i, test) = (0, 0); i < compared.Length; i++)
        {
            double? q = pValues[i] is null ? null : adjusted[test++];
            compared[i] = new ComparedArea(shrunk[i], reliability[i], areas[i].Mean - city.Mean, q, Standing(q, shrunk[i] - city.Mean));
        }

        return compared;
    }

    private static double? PValue(SampleMoments area, SampleMoments rest, double variance, int freedom)
    {
        if (rest.Count < Ratings.Fewest || !(variance > 0)) return null;
        var error = Math.Sqrt(variance * ((1.0 / area.Count) + (1.0 / rest.Count)));
        return 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(area.Mean - rest.Mean) / error);
    }

    private static (IReadOnlyList<double> Shrunk, IReadOnlyList<double> Reliability) Shrink(
        IReadOnlyList<SampleMoments> areas, double within)
    {
        // Without variance within any area, chance explains no difference between areas.
        if (!(within > 0)) return ([.. areas.Select(area => area.Mean)], [.. areas.Select(_ => 1.0)]);
        var bayes = EmpiricalBayes.Shrink([.. areas.Select(area => (area.Mean, within / area.Count))]);
        return (bayes.Shrunk, bayes.Reliability);
    }

    private static Standing Standing(double? q, double gap) =>
        !(q <= FalseDiscoveries) || Math.Abs(gap) < MarginPoints ? Evaluation.Standing.Average
        : gap < 0 ? Evaluation.Standing.Weak
        : Evaluation.Standing.Strong;
}

/// <summary>An area compared with the other areas of its level.</summary>
/// <param name="Shrunk">
/// Mean of the area, shrunk towards the mean of the areas by as much as chance explains their differences; points on the scale of 100.
/// </param>
/// <param name="Reliability">Weight of the area's own answers in the shrunken mean, 0 to 1.</param>
/// <param name="Gap">Mean of the area minus the mean of the city, in points.</param>
/// <param name="AdjustedPValue">
/// p-value of the difference from the rest of the city, adjusted for the number of areas; null where there is no rest to compare with.
/// </param>
public sealed record ComparedArea(double Shrunk, double Reliability, double Gap, double? AdjustedPValue, Standing Standing);
