using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Satisfaction;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Indicators.Satisfaction;

public sealed class SatisfactionIndicatorTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Origin = new(2025, 11, 20);

    [Fact]
    public async Task Compute_AFewAnswers_AreSummedFromCountsAtEveryLevel()
    {
        var city = TinyCity.Of(1);
        Rate(city, "c/0", Origin, 5, 4, 4, 3, 4);
        Rate(city, "c/1", Origin, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);

        var rows = await ComputeAsync(city);

        var community = One(rows, AreaLevel.Community, "c/0", "efficiency");
        community.Number("Mean").ShouldBe(4, 1e-12);
        community.Number("Deviation").ShouldBe(Math.Sqrt(0.5), 1e-9);
        community.Number("Satisfied").ShouldBe(0.8);
        community.Number("Index").ShouldBe(80, 1e-9);
        community.Number("Reference").ShouldBe(78.4);
        // Wilson's interval of 4 of 5.
        community.Number("SatisfiedLower95").ShouldBe(0.3755, 1e-4);
        community.Number("SatisfiedUpper95").ShouldBe(0.9638, 1e-4);
        // 40 / 15, not the mean of 4 and 2.
        One(rows, AreaLevel.City, "Tiny", "efficiency").Number("Mean").ShouldBe(40.0 / 15, 1e-12);
    }

    [Fact]
    public async Task Compute_FourAnswers_AreSuppressed()
    {
        var city = TinyCity.Of(1);
        Rate(city, "c/0", Origin, 5, 5, 5, 5);
        Rate(city, "c/1", Origin, 4, 4, 4, 4, 4, 3);

        var rows = await ComputeAsync(city);

        var few = One(rows, AreaLevel.Community, "c/0", "overall");
        (few.Value("Suppressed").Flag, few.Value("Answers").Count).ShouldBe((true, 4));
        foreach (var column in (string[])[
            "Mean", "Deviation", "Satisfied", "SatisfiedLower95", "Index", "CityGap", "ShrunkIndex", "TrendPoints",
        ])
            few.Value(column).Number.ShouldBeNull(column);
        One(rows, AreaLevel.City, "Tiny", "overall").Value("Answers").Count.ShouldBe(10);
        rows.Where(row => row.Value("Answers").Count < 5).ShouldAllBe(row => row.Value("Suppressed").Flag == true);
    }

    [Fact]
    public async Task Compute_DaysOutsideThePeriods_DoNotCount()
    {
        var city = TinyCity.Of(1);
        Rate(city, "c/0", Origin.AddDays(1), 1, 1, 1, 1, 1);
        Rate(city, "c/0", new DateOnly(2023, 12, 31), 1, 1, 1, 1, 1);
        Rate(city, "c/0", new DateOnly(2024, 1, 1), 3, 3, 3, 3, 3);
        Rate(city, "c/0", Origin, 5, 5, 5, 5, 5);
        Rate(city, "nowhere", Origin, 1, 1, 1, 1, 1);

        var rows = await ComputeAsync(city);

        One(rows, AreaLevel.City, "Tiny", "overall").Number("Mean").ShouldBe(5);
        var quarters = rows.Where(row => row.Level == AreaLevel.City && row.Parts is ["overall", "all", "quarter", _]).ToList();
        quarters.Select(row => row.Parts[3]).Order().ShouldBe(["20240101", "20251001"]);
        quarters.Single(row => row.Parts[3] == "20251001").Value("PeriodEnd").Day.ShouldBe(Origin);
    }

    // 60, 70 and 80 on 100 in three quarters of equal answers: 40 points a year, exactly.
    [Fact]
    public async Task Compute_RisingQuarters_HaveATrendInPointsAYear()
    {
        var city = TinyCity.Of(1);
        Rate(city, "c/0", new DateOnly(2025, 4, 9), 3, 3, 3, 3, 3, 3);
        Rate(city, "c/0", new DateOnly(2025, 7, 9), 3, 4, 3, 4, 3, 4);
        Rate(city, "c/0", new DateOnly(2025, 10, 9), 4, 4, 4, 4, 4, 4);

        var row = One(await ComputeAsync(city), AreaLevel.Community, "c/0", "overall");

        row.Number("TrendPoints").ShouldBe(40, 1e-9);
        row.Number("TrendP").ShouldBeLessThan(0.001);
    }

    [Fact]
    public async Task Compute_ServicesAndSources_AreToldWhereDocumented()
    {
        var city = TinyCity.Of(1);
        foreach (var source in (string[])["resident", "staff"])
        {
            for (var i = 0; i < 6; i++) city.Feedback.Add(Fact("c/0", Origin, 4, source) with { Service = "library" });
        }

        var rows = await ComputeAsync(city);

        rows.Where(row => row.Area == "c/0" && row.Scope == ServiceScope.OfService("library")).Select(row => row.Parts[0])
            .ShouldBe(["overall"]);
        rows.Count(row => row.Level == AreaLevel.City && row.Scope == ServiceScope.OfService("library")).ShouldBe(6);
        rows.Count(row => row.Area == "c/0" && row.Scope == ServiceScope.OfNeedClass("culture_and_education")).ShouldBe(6);
        rows.Where(row => row.Area == "c/0" && row.Parts is ["overall", "staff", _, _]).Select(row => row.Parts[2]).ShouldBe(["year"]);
        rows.Where(row => row.Level == AreaLevel.City && row.Parts is ["overall", "staff", _, _]).Select(row => row.Parts[2]).Order()
            .ShouldBe(["quarter", "year"]);
        rows.Select(row => (row.Level, row.Area, row.Scope, string.Join('|', row.Parts))).Distinct().Count().ShouldBe(rows.Count);
    }

    [Fact]
    [UsesAzurite]
    public async Task RunAsync_AnswersKnown_PublishesThemUnderBothKeys()
    {
        var city = TinyCity.Of(100);
        Rate(city, "c/0", city.LastDay, 5, 4, 4, 3, 4);
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var run = await harness.RunAsync();

        var rows = await harness.RowsAsync(SatisfactionRow.Table.Name, run.Id);
        rows.ShouldNotBeEmpty();
        (await harness.RowsAsync(SatisfactionRow.Table.Index!, run.Id)).Count.ShouldBe(rows.Count);
        var answer = await harness.Reader.GetAsync(
            "satisfaction",
            new Dictionary<string, string>
            {
                ["level"] = "city",
                ["service"] = "all",
                ["from"] = $"{city.LastDay.AddDays(-100):yyyy-MM-dd}",
            },
            null,
            TestContext.Current.CancellationToken);
        var quarters = System.Text.Json.JsonDocument.Parse(answer.Body).RootElement.EnumerateArray().ToList();
        quarters.ShouldAllBe(row => row.GetProperty("periodKind").GetString() == "quarter");
        quarters.Single(row => row.GetProperty("dimension").GetString() == "overall" && row.GetProperty("source").GetString() == "all")
            .GetProperty("index").GetDouble().ShouldBe(80, 1e-9);
    }

    private static Task<IReadOnlyList<IndicatorRow>> ComputeAsync(TinyCity city) => new SatisfactionIndicator().ComputeAsync(city, Origin);

    private static IndicatorRow One(IReadOnlyList<IndicatorRow> rows, AreaLevel level, string area, string dimension) =>
        rows.Single(row => row.Level == level && row.Area == area
            && row.Scope == ServiceScope.All && row.Parts[0] == dimension && row.Parts[1] == "all" && row.Parts[2] == "year");

    private static void Rate(TinyCity city, string community, DateOnly day, params int[] scores) =>
        city.Feedback.AddRange(scores.Select(score => Fact(community, day, score, "resident")));

    private static FeedbackFact Fact(string community, DateOnly day, int efficiency, string source) =>
        new(community, day, null, source, null, null, efficiency, efficiency, efficiency, efficiency, efficiency, false, null, null);
}
