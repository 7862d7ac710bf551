using Azure.Data.Tables;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Tables;

[UsesAzurite]
public sealed class TableWriterTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeleteAsync_RowsWrittenOrDeletedOnceTheyAreFound_AreLeftToOthers()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), new TinyCity());
        var writer = await WrittenAsync(harness);

        await writer.DeleteAsync(
            "Forecasts",
            "run|",
            async cancel =>
            {
                await writer.WriteAsync("Forecasts", [Row(7)], null, cancel);
                await harness.Tables.GetTableClient("Forecasts").DeleteEntityAsync("run|a", "108", cancellationToken: cancel);
                return true;
            },
            Cancel);

        (await harness.RowsAsync("Forecasts", "run")).Keys.ShouldBe(["run|a 7"]);
    }

    [Fact]
    public async Task DeleteAsync_ToldToStop_DeletesNoMore()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), new TinyCity());
        var writer = await WrittenAsync(harness);

        await writer.DeleteAsync("Forecasts", "run|", _ => Task.FromResult(false), Cancel);

        (await harness.RowsAsync("Forecasts", "run")).Count.ShouldBe(150);
    }

    private static async Task<TableWriter> WrittenAsync(RunHarness harness)
    {
        await harness.Tables.CreateTableAsync("Forecasts", Cancel);
        var writer = harness.Get<TableWriter>();
        await writer.WriteAsync("Forecasts", Enumerable.Range(0, 150).Select(Row), null, Cancel);
        return writer;
    }

    private static TableEntity Row(int row) => new("run|a", $"{row}");
}
