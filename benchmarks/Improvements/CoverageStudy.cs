using CommunityDemand.Domain.Improvements;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Improvements;

namespace CommunityDemand.Benchmarks.Improvements;

/// <summary>
/// How often intervals of effects hold the truth, and how often nothing is taken for an achievement, over many sample cities.
/// </summary>
internal static class CoverageStudy
{
    /// <summary>Judges every measure of the cities of seeds 1 to <paramref name="seeds"/>.</summary>
    /// <param name="options">The city; its seed is replaced.</param>
    public static StudiedCities Run(SampleCityOptions options, int seeds, Disturbance disturbance, CancellationToken cancellationToken)
    {
        var found = new IReadOnlyList<JudgedMeasure>[seeds];
        Parallel.For(0, seeds, new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = Environment.ProcessorCount,
        }, seed =>
            found[seed] = new SurveyedCity(options with { Seed = seed + 1 }, disturbance).Judge());
        return new StudiedCities(
            Count(found.SelectMany(city => city), disturbance.MeasuresWork), PooledCoverage.Of(options, found, disturbance.MeasuresWork));
    }

    /// <summary>The same by way of the cities' files.</summary>
    public static async Task<StudiedCities> RunFilesAsync(SampleCityOptions options, int seeds, CancellationToken cancellationToken)
    {
        var found = new IReadOnlyList<JudgedMeasure>[seeds];
        await Parallel.ForAsync(
            0,
            seeds,
            cancellationToken,
            async (seed, cancelled) => found[seed] = await FiledCity.JudgeAsync(options with { Seed = seed + 1 }, cancelled));
        return new StudiedCities(
            Count(found.SelectMany(city => city), measuresWork: true), PooledCoverage.Of(options, found, measuresWork: true));
    }

    private static IReadOnlyList<CoverageOf> Count(IEnumerable<JudgedMeasure> judged, bool measuresWork)
    {
        var tallies = new Dictionary<(string Outcome, bool IsSingle), CoverageOf>();
        foreach (var (_, truth, finding) in judged)
        {
            var key = (finding.Outcome.Code, truth.Service is not null);
            tallies[key] = (tallies.GetValueOrDefault(key) ?? new CoverageOf(key.Item1, key.Item2))
                .With(finding, measuresWork ? truth : null);
        }

        return [.. tallies.Values.OrderBy(tally => tally.Outcome, StringComparer.Ordinal).ThenBy(tally => tally.IsSingle)];
    }
}

/// <summary>Counts over many cities.</summary>
/// <param name="Single">Of measures one by one.</param>
/// <param name="Pooled">Of the measures of an area together.</param>
internal sealed record StudiedCities(IReadOnlyList<CoverageOf> Single, IReadOnlyList<PooledCoverage> Pooled);

/// <summary>Counts of one outcome.</summary>
/// <param name="Outcome">Its code.</param>
/// <param name="IsSingle">Whether of measures for one service, else for all.</param>
internal sealed record CoverageOf(string Outcome, bool IsSingle)
{
    public int Measures { get; init; }

    public int Estimated { get; init; }

    /// <summary>Intervals that hold the truth.</summary>
    public int Covered { get; init; }

    /// <summary>The same of the relative effect, in per cent.</summary>
    public int RelativeCovered { get; init; }

    public int Achieved { get; init; }

    public int TooEarly { get; init; }

    /// <summary>Sum of the effects' errors in standard widths: half of an interval.</summary>
    public double Error { get; init; }

    /// <summary>Sum of the relative intervals' half widths, those with two ends.</summary>
    public double HalfWidth { get; init; }

    public double Coverage => (double)Covered / Estimated;

    public double RelativeCoverage => (double)RelativeCovered / Estimated;

    public double AchievedShare => (double)Achieved / Estimated;

    /// <summary>Counts of both together.</summary>
    public static CoverageOf operator +(CoverageOf a, CoverageOf b) => a with
    {
        Measures = a.Measures + b.Measures,
        Estimated = a.Estimated + b.Estimated,
        Covered = a.Covered + b.Covered,
        RelativeCovered = a.RelativeCovered + b.RelativeCovered,
        Achieved = a.Achieved + b.Achieved,
        TooEarly = a.TooEarly + b.TooEarly,
        Error = a.Error + b.Error,
        HalfWidth = a.HalfWidth + b.HalfWidth,
    };

    /// <param name="truth">The measure's truth; null where it does nothing.</param>
    public CoverageOf With(MeasureFinding finding, Improvement? truth)
    {
        var counted = this with { Measures = Measures + 1, TooEarly = TooEarly + (finding.Verdict == ImprovementVerdict.TooEarly ? 1 : 0) };
        if (finding.Estimate is not { } estimate) return counted;
        var (effect, relative) = TrueEffect(finding.Outcome, truth);
        // Of complaints and minutes the truth is a factor alone.
        var interval = effect is null ? estimate.Relative : estimate.Effect;
        var half = (interval.Upper - interval.Lower) / 2;
        var relativeHalf = (estimate.Relative.Upper - estimate.Relative.Lower) / 2;
        return counted with
        {
            Estimated = Estimated + 1,
            Covered = Covered + (Holds(interval, effect ?? relative) ? 1 : 0),
            RelativeCovered = RelativeCovered + (Holds(estimate.Relative, relative) ? 1 : 0),
            Achieved = Achieved + (finding.Verdict == ImprovementVerdict.Achieved ? 1 : 0),
            Error = Error + (double.IsFinite(half) && half > 0 ? (interval.Estimate - (effect ?? relative)) / half : 0),
            HalfWidth = HalfWidth + (double.IsFinite(relativeHalf) ? relativeHalf : 0),
        };
    }

    private static bool Holds(Interval interval, double truth) => interval.Lower <= truth && truth <= interval.Upper;

    /// <summary>What a measure truly did, in the outcome's unit where the truth has it, and as a ratio less 1.</summary>
    public static (double? Effect, double Relative) TrueEffect(ImprovementOutcome outcome, Improvement? truth)
    {
        if (outcome == ImprovementOutcome.Complaints) return (null, (truth?.ComplaintFactor ?? 1) - 1);
        if (outcome == ImprovementOutcome.Response) return (null, (truth?.MinutesFactor ?? 1) - 1);
        Dimension[] dimensions =
            [.. Dimension.All.Where(dimension => outcome == ImprovementOutcome.Satisfaction || dimension.Name == outcome.Code)];
        if (truth is null) return (0, 0);
        var lift = dimensions.Average(truth.Lift);
        var before = dimensions.Average(dimension => dimension.Mean) - (lift * truth.ShareAfter);
        return (AnswerSums.PointsAStep * lift, lift / before);
    }
}
