using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Improvements;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Benchmarks.Improvements;

/// <summary>How often the pooled interval of an area's measures, of all kinds and services, holds the mean of their true effects.</summary>
/// <param name="Pooled">Pooled effects of two measures or more.</param>
/// <param name="Covered">Those whose interval holds the mean of these measures' true effects, weighted as in the estimate.</param>
/// <param name="Expected">Those of which measures to come are judged by.</param>
/// <param name="ExpectedCovered">Of these, those whose interval holds the mean of all effects that the simulation draws from.</param>
/// <param name="Achieved">Those surely better.</param>
/// <param name="HalfWidth">Sum of the intervals' half widths, those with two ends.</param>
internal sealed record PooledCoverage(
    string Outcome, AreaLevel Level, int Pooled, int Measures, int Covered, int Expected, int ExpectedCovered, int Achieved,
    double HalfWidth)
{
    /// <summary>Counts over cities, by outcome and level.</summary>
    public static IReadOnlyList<PooledCoverage> Of(
        SampleCityOptions options, IEnumerable<IReadOnlyList<JudgedMeasure>> cities, bool measuresWork)
    {
        var areas = new AreaTree(Enumerable.Range(0, options.Communities).Select(index => new SampleCommunity(options, index).Row));
        var scope = new IndicatorScope(options.End, areas, ServiceCatalogue.BuiltIn, KeyedFacts.None);
        return [.. cities
            .SelectMany(city => Judge(city, scope, measuresWork))
            .GroupBy(one => (one.Outcome, one.Level))
            .Select(group => group.Aggregate((a, b) => a + b))
            .OrderBy(one => one.Outcome, StringComparer.Ordinal)
            .ThenBy(one => one.Level)];
    }

    public static PooledCoverage operator +(PooledCoverage a, PooledCoverage b) => a with
    {
        Pooled = a.Pooled + b.Pooled,
        Measures = a.Measures + b.Measures,
        Covered = a.Covered + b.Covered,
        Expected = a.Expected + b.Expected,
        ExpectedCovered = a.ExpectedCovered + b.ExpectedCovered,
        Achieved = a.Achieved + b.Achieved,
        HalfWidth = a.HalfWidth + b.HalfWidth,
    };

    private static IEnumerable<PooledCoverage> Judge(IReadOnlyList<JudgedMeasure> city, IndicatorScope scope, bool measuresWork)
    {
        var truths = city.DistinctBy(one => one.Measure).ToDictionary(one => one.Measure, one => one.Truth);
        foreach (var group in MeasureGroup.Of([.. city.Select(one => (one.Measure, one.Finding))], scope))
        {
            var judged = group.Found.Where(one => one.Finding.Estimate is not null).ToArray();
            if (group.Kind is not null || group.Scope != ServiceScope.All || judged.Length < 2) continue;
            var (outcome, pooled) = (group.Outcome, group.Pool()!);
            var relative = pooled.Relative;
            var truth = measuresWork ? Math.Exp(judged.Zip(
                pooled.Weights,
                (one, weight) => weight * Math.Log(1 + CoverageOf.TrueEffect(outcome, truths[one.Measure]).Relative)).Sum()) - 1 : 0;
            // Strengths are drawn evenly about .95.
            var expected = measuresWork
                ? judged.Average(one => CoverageOf.TrueEffect(outcome, truths[one.Measure] with { Strength = 0.95 }).Relative)
                : 0;
            var half = (relative.Upper - relative.Lower) / 2;
            yield return new PooledCoverage(
                outcome.Code, group.Area.Level, 1, judged.Length, Holds(relative, truth),
                pooled.Expected is null ? 0 : 1, pooled.Expected is { } wider ? Holds(wider, expected) : 0,
                outcome.IsSurelyBetter(relative) ? 1 : 0, double.IsFinite(half) ? half : 0);
        }
    }

    private static int Holds(Interval interval, double truth) => interval.Lower <= truth && truth <= interval.Upper ? 1 : 0;
}
