using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Residents;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Indicators.Residents;

public sealed class ResidentsIndicatorTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Compute_FourYearsOfCounts_TellsShareAndTrendAtEveryLevel()
    {
        var city = TinyCity.Of(100);
        // The old are 20% and gain a point a year in the first, 30% and none in the second, which is three times as large.
        for (var quarter = 0; quarter <= 12; quarter++)
        {
            var day = city.LastDay.AddMonths(-3 * quarter);
            city.Population.Add(Counted("c/0", day, 1000, 200 - (2.5 * quarter)));
            city.Population.Add(Counted("c/1", day, 3000, 900));
        }

        city.Population.Add(Counted("nowhere", city.LastDay, 1_000_000, 0));
        city.Population.Add(Counted("c/0", city.LastDay.AddDays(1), 1000, 999));

        var rows = await new ResidentsIndicator().ComputeAsync(city, city.LastDay);

        Value(rows, AreaLevel.Community, "c/0", "Share").ShouldBe(0.2, 1e-9);
        Value(rows, AreaLevel.Community, "c/0", "ShareYearAgo").ShouldBe(0.19, 1e-9);
        Value(rows, AreaLevel.Community, "c/0", "TrendPoints").ShouldBe(1, 1e-9);
        Value(rows, AreaLevel.City, "Tiny", "Population").ShouldBe(4000);
        Value(rows, AreaLevel.City, "Tiny", "Share").ShouldBe(0.275, 1e-9);
        Value(rows, AreaLevel.City, "Tiny", "TrendPoints").ShouldBe(0.25, 1e-9);
    }

    [Fact]
    [UsesAzurite]
    public async Task RunAsync_PopulationKnown_PublishesItUnderBothKeys()
    {
        var city = TinyCity.Of(100);
        city.Population.Add(Counted("c/0", city.LastDay.AddDays(-5), 1000, 250));
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var run = await harness.RunAsync();

        // The community and the three areas above it.
        (await harness.RowsAsync(ResidentsRow.Table.Name, run.Id)).Count.ShouldBe(4);
        (await harness.RowsAsync(ResidentsRow.Table.Index!, run.Id)).Count.ShouldBe(4);
        var answer = await harness.Reader.GetAsync(
            "residents",
            new Dictionary<string, string> { ["level"] = "community", ["area"] = "c/0", ["service"] = "all" },
            null,
            TestContext.Current.CancellationToken);
        var row = System.Text.Json.JsonDocument.Parse(answer.Body).RootElement.EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("group").GetString().ShouldBe("age_60_plus");
        row.GetProperty("members").GetDouble().ShouldBe(250);
        row.GetProperty("asOf").GetString().ShouldBe($"{city.LastDay.AddDays(-5):yyyy-MM-dd}");
    }

    private static PopulationFact Counted(string community, DateOnly day, double population, double old) =>
        new(community, day, population, old, null, null, null, null, null, null);

    private static double Value(IReadOnlyList<IndicatorRow> rows, AreaLevel level, string area, string column) => rows
        .Single(row => row.Level == level && row.Area == area && row.Parts[0] == "age_60_plus")
        .Number(column);
}
