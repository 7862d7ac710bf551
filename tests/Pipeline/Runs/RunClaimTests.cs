using Azure.Core;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CommunityDemand.Tests.Pipeline.Runs;

[UsesAzurite]
public sealed class RunClaimTests(AzuriteFixture azurite)
{
    // For what comes in milliseconds, or in a second where the SDK tries again.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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

    [Fact]
    public async Task Claim_WhoseAnswerIsLost_IsTakenAndTheRunPublished()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70, communities: 2));
        var run = await harness.Nightly.PlanAsync(new RunRequest(), Cancel);
        var lost = 0;
        harness.Faults.LoseAnswer = request => IsInsert(request) && lost++ == 0;

        await harness.DrainAsync();

        lost.ShouldBeGreaterThan(0);
        (await harness.Nightly.GetAsync(run.Id, Cancel))!.State.ShouldBe(RunState.Published);
    }

    [Fact]
    public async Task Claim_WhoseRenewalsAnswerIsLost_StaysHeld()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70));
        var (time, table) = (new FakeTimeProvider(), await TableAsync(harness));
        await using var claim = (await RunClaim.TryTakeAsync(table, "r", time, Cancel)).ShouldNotBeNull();
        var (renewals, read, renewed) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        harness.Faults.LoseAnswer = request => request.Method == RequestMethod.Put && renewals++ == 0;
        harness.Faults.Before = request =>
        {
            if (request.Method == RequestMethod.Get) read.TrySetResult();
            if (request.Method == RequestMethod.Put && read.Task.IsCompleted) renewed.TrySetResult();
            return Task.CompletedTask;
        };

        time.Advance(RunClaim.Duration / 4);
        await read.Task.WaitAsync(Soon, Cancel);
        time.Advance(RunClaim.Duration / 4);
        await renewed.Task.WaitAsync(Soon, Cancel);

        claim.Held.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task Claim_StorageAwayForLongerThanTheSdkTries_IsLostAndGivenUpQuietly()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70));
        var (time, table) = (new FakeTimeProvider(), await TableAsync(harness));
        var claim = (await RunClaim.TryTakeAsync(table, "r", time, Cancel)).ShouldNotBeNull();
        harness.Faults.Before = _ => throw Unreachable.Storage();

        time.Advance(RunClaim.Duration / 4);
        await claim.Held.CancelledAsync().WaitAsync(Soon, Cancel);

        harness.Faults.Before = null;
        await claim.DisposeAsync();
    }

    private static bool IsInsert(Request request) =>
        request.Method == RequestMethod.Post
            && request.Uri.ToString() is var address
            && (address.EndsWith("/Runs", StringComparison.Ordinal) || address.Contains("/Runs?"));

    private static async Task<TableClient> TableAsync(RunHarness harness)
    {
        await harness.Get<RunStore>().EnsureAsync(Cancel);
        return harness.Tables.GetTableClient("Runs");
    }
}
