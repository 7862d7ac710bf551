using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Reading;

[UsesAzurite]
public sealed class RetiredRunTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_CurrentRunWithoutTables_Is404()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70));
        var run = await harness.RunAsync();
        await harness.Get<RunStore>().UpdateAsync(run.Id, before => before with { RetiredAt = harness.Clock.GetUtcNow() }, Cancel);

        var answer = await harness.Reader.GetAsync("Forecasts", new Dictionary<string, string>(), null, Cancel)
            .WaitAsync(TimeSpan.FromMinutes(2), Cancel);

        answer.StatusCode.ShouldBe(404);
    }

    [Fact]
    public async Task ExportAsync_RunRetiredMeanwhile_SaysThatTheTableIsNotWhole()
    {
        var city = TinyCity.Of(70, communities: 24);
        await using var harness = new RunHarness(azurite.NewAccount(), city, ("Run:KeepRuns", "1"));
        var run = await harness.RunAsync();
        await using var output = new Interrupted(async () =>
        {
            city.Version = 2;
            await harness.RunAsync();
        });

        var told = await Should.ThrowAsync<RunRetiredException>(
            () => harness.Get<TableExporter>().ExportAsync("Forecasts", "csv", output, null, Language.English, Cancel));

        told.Message.ShouldContain(run.Id);
        told.Message.ShouldContain("Export it again");
    }

    /// <summary>Something happens before its first bytes arrive.</summary>
    private sealed class Interrupted(Func<Task> by) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Length == 0) await by();
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
