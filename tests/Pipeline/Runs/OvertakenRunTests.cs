using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

[UsesAzurite]
public sealed class OvertakenRunTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task ProcessAsync_DyingAtEveryWrite_StartsTheRunThatTakesItsPlace()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var run = await harness.Nightly.StartAsync(new RunRequest(), CancellationToken.None);
        city.Version = 2;

        // The message comes back after each death. Writes: the other run, its message, and the end of this run.
        (await harness.UntilDoneAsync(() => harness.Nightly.ProcessAsync(new WorkItem("plan", run.Id), CancellationToken.None)))
            .ShouldBeGreaterThanOrEqualTo(3);

        (await harness.Nightly.GetAsync(run.Id, CancellationToken.None))!.State.ShouldBe(RunState.Failed);
        (await harness.Get<RunStore>().ListAsync(CancellationToken.None)).Select(r => r.Facts).ShouldContain("snapshot-2");
        await harness.DrainAsync();
        (await harness.Get<RunStore>().GetPointerAsync(CancellationToken.None)).ShouldNotBeNull().Run.ShouldNotBe(run.Id);
    }
}
