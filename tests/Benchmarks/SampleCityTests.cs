using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using City = CommunityDemand.Benchmarks.Sets.SampleCity;

namespace CommunityDemand.Tests.Benchmarks;

public sealed class SampleCityTests
{
    private const int Horizon = 28;

    private static readonly SampleCityOptions Small = new() { Communities = 4, Services = 6, Years = 1, Dirty = 0 };

    [Fact]
    public async Task Trial_AtTheEndOfTheData_SeesThePipelinesPanelAndIsJudgedByWhatComesAfter()
    {
        var city = await City.MakeAsync(Small, TestContext.Current.CancellationToken);

        var trial = await city.AtAsync(Small.End, Horizon, TestContext.Current.CancellationToken);

        trial.Known.Axis[trial.Known.Axis.Count - 1].ShouldBe(Small.End.ToDateTime(TimeOnly.MinValue));
        trial.Known.Calendar.Count.ShouldBe(trial.Known.Axis.Count + Horizon);
        trial.Known.Features.Select(feature => feature.Name).ShouldContain("satisfaction");
        trial.Known.Features.ShouldAllBe(feature => feature.Steps.All(steps => steps.Count > 0));
        var total = trial.Outcomes[new Node(Level.Total, [])].Actual;
        total.Length.ShouldBe(Horizon);
        total.Sum().ShouldBe(trial.Outcomes.Where(outcome => outcome.Key.IsBottom)
            .Sum(outcome => outcome.Value.Actual.Where(value => !double.IsNaN(value)).Sum()), 1e-6);
    }

    [Fact]
    public async Task Floor_OverSomeOrigins_IsUnbiasedAndFarBelowTheNaiveError()
    {
        var city = await City.MakeAsync(Small, TestContext.Current.CancellationToken);
        var board = new ScoreBoard(Horizon);
        for (var back = 0; back < 4; back++)
        {
            var origin = Small.End.AddDays(-back * Horizon);
            var trial = await city.AtAsync(origin, Horizon, TestContext.Current.CancellationToken);
            board.Add("floor", trial, city.Floor(origin, Horizon));
            board.Add("naive", trial, NaiveForecasts.SeasonalNaive(trial));
        }

        var (floor, naive) = (board["floor", Level.Bottom]!, board["naive", Level.Bottom]!);
        floor.Bias.ShouldBe(0, 0.03);
        floor.Rmse.ShouldBeLessThan(0.8 * naive.Rmse);
    }
}
