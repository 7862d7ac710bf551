using CommunityDemand.Benchmarks.Improvements;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Benchmarks;

/// <summary>The sample city's measures have known effects: 95% intervals must hold them 95 times in 100.</summary>
[Slow(120)]
public sealed class CoverageStudyTests
{
    private const int Cities = 200;

    // Half of the usual services take half the time; the command "improvements" of benchmarks has all.
    private static readonly SampleCityOptions City = new() { Services = 6 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Run_TwoHundredSampleCities_IntervalsHoldTheTruth()
    {
        var counts = CoverageStudy.Run(City, Cities, new Disturbance(), Cancelled);
        foreach (var pooled in counts.Pooled.GroupBy(one => one.Outcome))
            ((double)pooled.Sum(one => one.Covered) / pooled.Sum(one => one.Pooled)).ShouldBeInRange(0.93, 0.97, pooled.Key);

        foreach (var outcome in ByOutcome(counts.Single))
        {
            outcome.Estimated.ShouldBeGreaterThan(1000);
            outcome.Coverage.ShouldBeInRange(0.93, 0.97, outcome.Outcome);
            outcome.RelativeCoverage.ShouldBeInRange(0.93, 0.97, outcome.Outcome);
            // One measure in eight begins three weeks before the end.
            ((double)outcome.TooEarly / outcome.Measures).ShouldBeInRange(0.09, 0.16, outcome.Outcome);
        }
    }

    [Fact]
    public async Task RunFiles_DirtyFilesOfFewCities_HoldTheTruthToo()
    {
        // As few as can be waited for: of 95 in 100, no fewer than 83 come in such a sample but by a fault. The command "improvements
        // --files" has 200 cities.
        var counts = await CoverageStudy.RunFilesAsync(new SampleCityOptions { Services = 2, Years = 2, Communities = 16 }, 12, Cancelled);

        foreach (var outcome in ByOutcome(counts.Single)) outcome.Coverage.ShouldBeGreaterThan(0.83, outcome.Outcome);
    }

    [Fact]
    public void Run_MeasuresThatDoNothing_AreAchievedOnceInForty()
    {
        foreach (var outcome in ByOutcome(CoverageStudy.Run(City, Cities / 2, new Disturbance(MeasuresWork: false), Cancelled).Single))
            outcome.AchievedShare.ShouldBeInRange(0.005, 0.045, outcome.Outcome);
    }

    private static CoverageOf[] ByOutcome(IReadOnlyList<CoverageOf> counts)
    {
        var outcomes = counts.GroupBy(count => count.Outcome).Select(group => group.Aggregate((a, b) => a + b)).ToArray();
        outcomes.Select(outcome => outcome.Outcome).ShouldBe(ImprovementOutcome.All.Select(outcome => outcome.Code), ignoreOrder: true);
        return outcomes;
    }
}
