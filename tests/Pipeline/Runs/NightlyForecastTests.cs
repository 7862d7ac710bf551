using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

public sealed class NightlyForecastTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task RunAsync_TinyCity_PublishesEveryLevel()
    {
        var city = TinyCity.Of(100);
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var run = await harness.RunAsync();

        run.State.ShouldBe(RunState.Published, run.Message);
        run.Origin.ShouldBe(city.LastDay);
        run.Id.ShouldStartWith($"{city.LastDay:yyyyMMdd}-");
        (run.DistrictsDone, run.DistrictsTotal).ShouldBe((2, 2));

        // City, 2 districts, 4 subdistricts, 4 communities; all, 2 need classes, 2 services; 7 days.
        (await harness.RowsAsync(PublicTable.Forecasts.Name, run.Id)).Count.ShouldBe(11 * 5 * 7);
        (await harness.RowsAsync(PublicTable.Forecasts.Index!, run.Id)).Count.ShouldBe(11 * 5 * 7);
        (await harness.RowsAsync(PublicTable.SupplyDemand.Name, run.Id)).Count.ShouldBe(11 * 5);
    }
}
