using Azure.Storage.Queues;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

public sealed class QueueWorkerTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_MessagesHiddenByADeadProcess_GoesOnWithoutThem()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70, communities: 2));
        await harness.Nightly.PlanAsync(new RunRequest(), Cancel);
        var queue = harness.Get<QueueServiceClient>().GetQueueClient("forecast-work");
        (await queue.ReceiveMessagesAsync(32, TimeSpan.FromHours(1), Cancel)).Value.Length.ShouldBe(3);

        (await harness.RunAsync()).State.ShouldBe(RunState.Published);
    }

    [Fact]
    public async Task RunAsync_DistrictThatAlwaysFails_EndsTheRunAndSaysWhich()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70, communities: 2));
        var run = await harness.Nightly.PlanAsync(new RunRequest(), Cancel);
        await harness.Blobs.GetBlobContainerClient("work").DeleteBlobAsync($"{run.Id}/panels/000", cancellationToken: Cancel);

        var ended = await harness.RunAsync();

        ended.State.ShouldBe(RunState.Failed);
        ended.Message.ShouldNotBeNull().ShouldContain("东区");
    }

    [Fact]
    public async Task RunAsync_Progress_GoesThroughTheStagesAndEndsFull()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70, communities: 2));
        var told = new List<RunProgress>();

        await harness.Get<QueueWorker>().RunAsync(new RunRequest(), new Collected(told), Cancel);

        told.Select(p => p.Stage).Distinct().ShouldBe([RunStage.Planning, RunStage.Training, RunStage.Districts, RunStage.Publishing]);
        told.ShouldAllBe(p => p.Done >= 0 && p.Done <= p.Total);
        told.Max(p => p.Stage == RunStage.Publishing ? p.Done : 0).ShouldBe(told[^1].Total);
    }

    [Fact]
    public async Task Claim_WhileHeld_IsNobodyElsesAndLapsesAfterItsHolderDies()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70));
        var runs = harness.Get<RunStore>();
        await runs.EnsureAsync(Cancel);

        var first = (await runs.TryClaimAsync("r", Cancel)).ShouldNotBeNull();
        (await runs.TryClaimAsync("r", Cancel)).ShouldBeNull();
        (await runs.TryClaimAsync("other", Cancel)).ShouldNotBeNull();

        harness.Clock.Ahead = RunClaim.Duration * 2;
        await using var second = (await runs.TryClaimAsync("r", Cancel)).ShouldNotBeNull();

        // The first holder, should it come back, gives up nothing that is the second's.
        await first.DisposeAsync();
        (await runs.TryClaimAsync("r", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Claim_GivenUp_IsFree()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70));
        var runs = harness.Get<RunStore>();
        await runs.EnsureAsync(Cancel);
        await (await runs.TryClaimAsync("r", Cancel))!.DisposeAsync();

        await using var again = await runs.TryClaimAsync("r", Cancel);
        again.ShouldNotBeNull();
    }

    private sealed class Collected(List<RunProgress> told) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            lock (told) told.Add(value);
        }
    }
}
