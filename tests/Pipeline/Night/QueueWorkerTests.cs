using Azure.Storage.Queues;
using CommunityDemand.Pipeline.Night;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Night;

[UsesAzurite]
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
        ended.Message.Text().ShouldContain("东区");
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

    [Theory]
    [InlineData("hello")]
    [InlineData("{}")]
    public async Task RunAsync_MessageThatIsNoWork_IsDeletedAndTheRunPublished(string text)
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70, communities: 2));
        var queue = harness.Get<QueueServiceClient>().GetQueueClient("forecast-work");
        await queue.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await queue.SendMessageAsync(text, Cancel);

        (await harness.RunAsync()).State.ShouldBe(RunState.Published);
        (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount.ShouldBe(0);
    }

    [Fact]
    public async Task ListenAsync_RunThatSomebodyStarted_IsPublished()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70, communities: 2));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var listening = harness.Get<QueueWorker>().ListenAsync(stop.Token);

        var run = await harness.Nightly.StartAsync(new RunRequest(), Cancel);
        while (run is not { State: RunState.Published or RunState.Failed })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), harness.Clock, Cancel);
            run = await harness.Nightly.GetAsync(run!.Id, Cancel);
        }

        run.State.ShouldBe(RunState.Published);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => listening);
    }

    private sealed class Collected(List<RunProgress> told) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            lock (told) told.Add(value);
        }
    }
}
