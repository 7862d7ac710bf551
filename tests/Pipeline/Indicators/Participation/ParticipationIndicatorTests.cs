using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Participation;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Indicators.Participation;

[Slow]
public sealed class ParticipationIndicatorTests(SampleCityFacts sample) : IClassFixture<SampleCityFacts>
{
    private static readonly DateOnly Origin = new(2025, 11, 20);
    private static readonly DateOnly Quarter = new(2025, 10, 1);

    [Fact]
    public async Task Compute_EligibleOnEveryChannel_IsNotAddedTwice()
    {
        var city = TinyCity.Of(1);
        city.Participation.Add(new ParticipationFact("c/0", Quarter, 300, "meeting", "offline", 1000));
        city.Participation.Add(new ParticipationFact("c/0", Quarter, 300, "wechat", "online", 1000));
        city.Participation.Add(new ParticipationFact("c/1", Quarter, 900, "wechat", "online", 3000));
        city.Participation.Add(new ParticipationFact("c/1", Origin.AddDays(1), 3000, "wechat", "online", 3000));
        city.Participation.Add(new ParticipationFact("nowhere", Quarter, 1, "wechat", "online", 1_000_000));

        var rows = await ComputeAsync(city, Origin);

        var total = One(rows, AreaLevel.City, "Tiny", "total", "all");
        (total.Number("Eligible"), total.Number("Rate"), total.Value("Communities").Count).ShouldBe((4000, 0.375, 2));
        (total.Number("Reference2015"), total.Number("Reference2024")).ShouldBe((0.583, 0.672));
        One(rows, AreaLevel.City, "Tiny", "channel", "meeting").Number("Rate").ShouldBe(0.075, 1e-12);
        One(rows, AreaLevel.City, "Tiny", "mode", "online").Number("Rate").ShouldBe(0.3, 1e-12);
        One(rows, AreaLevel.Community, "c/1", "total", "all").Text("Standing").ShouldBe("weak");
        One(rows, AreaLevel.Community, "c/0", "total", "all").Text("Standing").ShouldBe("strong");
        total.Text("Standing").ShouldBeNull();
    }

    [Fact]
    public async Task Compute_NobodySaysWhoMay_TakesResidentsWhoAreNoChildren()
    {
        var city = TinyCity.Of(1);
        city.Participation.Add(new ParticipationFact("c/0", Quarter, 400, null, null, null));
        city.Participation.Add(new ParticipationFact("c/1", Quarter, 400, null, null, null));
        city.Population.Add(new PopulationFact("c/0", Quarter.AddDays(-30), 1000, null, null, null, null, null, 200, null));
        city.Population.Add(new PopulationFact("c/0", Quarter.AddDays(30), 9000, null, null, null, null, null, 200, null));
        city.Population.Add(new PopulationFact("c/1", Quarter.AddDays(-30), 1000, null, null, null, null, null, null, null));

        var rows = await ComputeAsync(city, Origin);

        var row = One(rows, AreaLevel.City, "Tiny", "total", "all");
        (row.Number("Rate"), row.Number("EligibleEstimated"), row.Value("Communities").Count).ShouldBe((0.5, 1, 1));
    }

    [Fact]
    public async Task Compute_FourWhoMay_AreSuppressed()
    {
        var city = TinyCity.Of(1);
        city.Participation.Add(new ParticipationFact("c/0", Quarter, 3, null, null, 4));

        var row = One(await ComputeAsync(city, Origin), AreaLevel.Community, "c/0", "total", "all");

        (row.Value("Suppressed").Flag, row.Value("Rate").Number, row.Value("Participants").Number).ShouldBe((true, null, null));
    }

    [Fact]
    public async Task City_Rate_RisesAsTheHandbooksDid()
    {
        var city = (await ComputeAsync(sample.Facts, SampleCityFacts.Options.End))
            .Where(row => row.Level == AreaLevel.City && row.Parts[0] == "total").OrderBy(row => row.Parts[2], StringComparer.Ordinal)
            .ToList();

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{city[0].Number("Rate"):0.0000} to {city[^1].Number("Rate"):0.0000}, {city[^1].Number("TrendPoints"):0.00} points a year");
        city.Count.ShouldBe(8);
        city[0].Number("Rate").ShouldBe(0.583, 0.01);
        city[^1].Number("Rate").ShouldBe(0.672, 0.01);
        foreach (var row in city)
        {
            var truth = sample.Participation.Where(t => t["date"].Replace("-", "") == row.Parts[2]).ToList();
            row.Number("Rate").ShouldBe(
                truth.Sum(t => SampleCityFacts.Number(t["participants"])) / truth.Sum(t => SampleCityFacts.Number(t["eligible"])), 1e-9);
        }

        // 8.9 points over seven quarters.
        city[^1].Number("TrendPoints").ShouldBe(8.9 / 7 * 4, 0.5);
        city[^1].Number("TrendP").ShouldBeLessThan(1e-4);
        city.SkipLast(1).ShouldAllBe(row => row.Value("TrendPoints").Number == null);
    }

    [Fact]
    public async Task Communities_NamedWeak_AreTrulyBelowTheCity()
    {
        var last = sample.Participation.Max(t => t["date"])!;
        var truth = sample.Participation.Where(t => t["date"] == last)
            .ToDictionary(t => t["community"], t => SampleCityFacts.Number(t["rate"]));
        var rows = (await ComputeAsync(sample.Facts, SampleCityFacts.Options.End))
            .Where(row => row.Level == AreaLevel.Community && row.Parts[0] == "total" && row.Parts[2] == last.Replace("-", "")).ToList();
        var weak = rows.Where(row => row.Text("Standing") == "weak").ToList();

        TestContext.Current.TestOutputHelper!
            .WriteLine(string.Join(' ', weak.Select(row => $"{row.Area} {100 * (truth[row.Area] - 0.672):0.0}")));
        weak.Count.ShouldBeGreaterThan(5);
        weak.ShouldAllBe(row => truth[row.Area] < 0.672);
        rows.Where(row => truth[row.Area] < 0.672 - 0.03).ShouldAllBe(row => row.Text("Standing") == "weak");
    }

    // The truth lies inside a 95% interval 95 times of 100.
    [Fact]
    public async Task Communities_Intervals_HoldTheTruth()
    {
        var truth = sample.Participation.ToDictionary(
            t => (t["community"], t["date"].Replace("-", "")), t => SampleCityFacts.Number(t["rate"]));
        var rows = (await ComputeAsync(sample.Facts, SampleCityFacts.Options.End))
            .Where(row => row.Level == AreaLevel.Community && row.Parts[0] == "total")
            .ToList();

        var held = rows.Average(row =>
            truth[(row.Area, row.Parts[2])] >= row.Number("Lower95") && truth[(row.Area, row.Parts[2])] <= row.Number("Upper95") ? 1.0 : 0);

        TestContext.Current.TestOutputHelper!.WriteLine($"{held:0.000} of {rows.Count}");
        held.ShouldBeInRange(0.92, 0.98);
    }

    private static Task<IReadOnlyList<IndicatorRow>> ComputeAsync(TinyCity city, DateOnly origin) =>
        new ParticipationIndicator().ComputeAsync(city, origin);

    private static IndicatorRow One(IReadOnlyList<IndicatorRow> rows, AreaLevel level, string area, string breakdown, string category) =>
        rows.Single(row =>
            row.Level == level && row.Area == area && row.Parts[0] == breakdown && row.Parts[1] == category && row.Parts[2] == "20251001");
}
