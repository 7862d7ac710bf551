using CommunityDemand.Domain.Statistics;
using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Evaluation;

/// <summary>Areas of one level beside each other: their means drawn together, and which of them stand off the city beyond chance.</summary>
public static class AreaComparison
{
    /// <summary>Of the areas named, at most this share is expected to be chance.</summary>
    public const double FalseDiscoveries = 0.05;

    /// <summary>Points on 100 that an area must lie off the city, drawn together, to be worth a name.</summary>
    public const double MarginPoints = 2;

    /// <summary>Compares areas.</summary>
    /// <param name="areas">The moments of each, on the scale of 100, of <see cref="Ratings.Fewest"/> answers or more each.</param>
    /// <param name="city">All answers, those of areas too small to compare included.</param>
    /// <remarks>
    /// <list type="bullet">
    /// <item>An area's sampling variance is the variance within areas, pooled, over its answers: its own
    /// would take a few answers that happen to be alike for sure ones.</item>
    /// <item>
    /// An area is tested against the rest of the city, of which it is no part: a two-sided t test of the contrast, with the pooled
    /// variance (Montgomery 2013, <i>Design and Analysis of Experiments</i>, section 3.5.4). Areas are one family of tests
    /// (<see cref="FalseDiscoveryRate"/>).
    /// </item>
    /// <item>It is weak or strong if its adjusted p-value is at most <see cref="FalseDiscoveries"/>
    /// and its drawn-together mean lies <see cref="MarginPoints"/> off the city's.</item>
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
        // Where everyone in an area answers alike, in every area, chance parts nothing.
        if (!(within > 0)) return ([.. areas.Select(area => area.Mean)], [.. areas.Select(_ => 1.0)]);
        var bayes = EmpiricalBayes.Shrink([.. areas.Select(area => (area.Mean, within / area.Count))]);
        return (bayes.Shrunk, bayes.Reliability);
    }

    private static Standing Standing(double? q, double gap) =>
        !(q <= FalseDiscoveries) || Math.Abs(gap) < MarginPoints ? Evaluation.Standing.Average
        : gap < 0 ? Evaluation.Standing.Weak
        : Evaluation.Standing.Strong;
}

/// <summary>An area beside the others of its level.</summary>
/// <param name="Shrunk">Its mean, drawn to the mean of the areas as far as chance parted them; points on 100.</param>
/// <param name="Reliability">Weight of its own answers in that, 0 to 1.</param>
/// <param name="Gap">Its own mean less the city's, in points.</param>
/// <param name="AdjustedPValue">
/// Of its difference from the rest of the city, adjusted for the number of areas; null where there is no rest to compare with.
/// </param>
public sealed record ComparedArea(double Shrunk, double Reliability, double Gap, double? AdjustedPValue, Standing Standing);
