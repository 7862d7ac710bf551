using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CommunityDemand.Tests.Pipeline.Runs;

[UsesAzurite]
public sealed class MessageLeaseTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(40);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lease_StorageAwayForLongerThanTheSdkTries_IsLostAndReturnedQuietly()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70));
        var (queue, message) = await ReceivedAsync(harness);
        var time = new FakeTimeProvider();
        await using var lease = new MessageLease(queue, message, Hidden, time, Cancel);
        harness.Faults.Before = _ => throw Unreachable.Storage();

        time.Advance(Hidden / 4);
        await lease.Held.CancelledAsync().WaitAsync(TimeSpan.FromMinutes(2), Cancel);

        harness.Faults.Before = null;
        await lease.ReturnAsync(Cancel);
    }

    [Fact]
    public async Task Complete_WhileARenewalIsOnItsWay_DeletesTheMessage()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70));
        var (queue, message) = await ReceivedAsync(harness);
        var time = new FakeTimeProvider();
        await using var lease = new MessageLease(queue, message, Hidden, time, Cancel);
        using var arrived = new SemaphoreSlim(0);
        using var answered = new ManualResetEventSlim();
        harness.Faults.LoseAnswer = _ =>
        {
            harness.Faults.LoseAnswer = null;
            arrived.Release();
            answered.Wait(Cancel);
            return false;
        };

        time.Advance(Hidden / 4);
        await arrived.WaitAsync(Cancel);
        var completing = lease.CompleteAsync(Cancel);
        answered.Set();
        await completing;

        (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount.ShouldBe(0);
    }

    private static async Task<(QueueClient Queue, QueueMessage Message)> ReceivedAsync(RunHarness harness)
    {
        var queue = harness.Get<QueueServiceClient>().GetQueueClient("forecast-work");
        await queue.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await queue.SendMessageAsync("x", Cancel);
        return (queue, (await queue.ReceiveMessageAsync(Hidden, Cancel)).Value);
    }
}
