using System.Text.Json;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Indicators.Match;

[UsesAzurite]
public sealed class MatchDimensionsRunTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task RunAsync_CityWithCapacity_PublishesAllFourDimensionsOfTheRun()
    {
        var city = TinyCity.Of(100);
        var counts = new int[ResponseTimes.UpperBounds.Count + 1];
        counts[4] = 10;
        city.Usage.Add(new UsageFact("c/0", "library", city.LastDay, "disabled", 0, 6, null, new ResponseTimes(250, counts)));
        city.Capacity[0] = city.Capacity[0] with { Staff = 4, TrainedStaff = 3, Funding = 100 };
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var run = await harness.RunAsync();
        var rows = await AskAsync(harness, "all");

        rows.Select(row => row.GetProperty("dimension").GetString()).Distinct()
            .ShouldBe(["structural", "timeliness", "personal", "sustainability"], ignoreOrder: true);
        Value(rows, "within_target").ShouldBe(1);
        Value(rows, "trained_staff").ShouldBe(0.75);
        Value(rows, "coverage:disabled").ShouldBe(0);
        // Both services are wanted alike (but for the six that came once) and supplied alike.
        Value(rows, "services").ShouldBeLessThan(0.02);
        Value(rows, "supply_types").ShouldBe(Value(rows, "services"), 1e-12);
        // The first community wants 10 to 16 and can serve 12, and so on by tens: places match too, nearly.
        Value(rows, "communities").ShouldBeLessThan(0.03);
        (await harness.RowsAsync(MatchDimensionsRow.Table.Name, run.Id)).Count
            .ShouldBe((await harness.RowsAsync(MatchDimensionsRow.Table.Index!, run.Id)).Count);
        (await AskAsync(harness, "special_groups")).ShouldContain(row => row.GetProperty("measure").GetString() == "special_coverage");
    }

    private static async Task<JsonElement[]> AskAsync(RunHarness harness, string service)
    {
        var query = new Dictionary<string, string> { ["level"] = "city", ["area"] = "Tiny", ["service"] = service };
        var answer = await harness.Reader.GetAsync("matchdimensions", query, null, TestContext.Current.CancellationToken);
        return [.. JsonDocument.Parse(answer.Body).RootElement.EnumerateArray()];
    }

    private static double Value(JsonElement[] rows, string measure) =>
        rows.Single(row => row.GetProperty("measure").GetString() == measure).GetProperty("value").GetDouble();
}
