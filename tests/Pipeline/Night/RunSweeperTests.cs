using Azure.Core;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Night;

/// <summary>A run clears away at its end, while other instances plan, publish and ask for runs that were past.</summary>
[UsesAzurite]
public sealed class RunSweeperTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_AnotherInstancePlansARunMeanwhile_LeavesItsWorkingFiles()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.Nightly.PlanAsync(new RunRequest(), Cancel);
        RunStatus? next = null;
        Once(harness, IsListingOfWork, async () =>
        {
            city.Version = 2;
            next = await harness.Nightly.PlanAsync(new RunRequest(), Cancel);
        });

        await harness.DrainAsync();

        next.ShouldNotBeNull().State.ShouldBe(RunState.Forecasting);
        (await harness.Nightly.GetAsync(next.Id, Cancel))!.State.ShouldBe(RunState.Published);
    }

    [Fact]
    public async Task Retire_RunThatBecomesCurrentAgainMeanwhile_KeepsItsTables()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city, ("Run:KeepRuns", "1"));
        var first = await harness.RunAsync();
        city.Version = 2;
        var back = Once(harness, request => IsWriteOf(request, first.Id), async () =>
        {
            city.Version = 1;
            (await harness.RunAsync()).Id.ShouldBe(first.Id);
        });

        await harness.RunAsync();

        back().ShouldBeTrue();
        var runs = harness.Get<RunStore>();
        (await runs.GetPointerAsync(Cancel))!.Run.ShouldBe(first.Id);
        (await runs.GetAsync(first.Id, Cancel)).HasTables.ShouldBeTrue();
        (await harness.Reader.GetAsync("Forecasts", new Dictionary<string, string>(), null, Cancel)).StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task SweepRows_RunMadeAgainMeanwhile_LeavesItsRows()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city, ("Run:KeepRuns", "1"));
        var first = await harness.RunAsync();
        var whole = await harness.RowsAsync("SupplyDemand", first.Id);
        city.Version = 2;

        // The first table's rows are gone, and in a large city minutes with them.
        var again = Once(harness, request => IsSearch(request, "SupplyDemand", first.Id), async () =>
        {
            city.Version = 1;
            (await harness.RunAsync()).State.ShouldBe(RunState.Published);
        });
        await harness.RunAsync();

        again().ShouldBeTrue();
        (await harness.Get<RunStore>().GetPointerAsync(Cancel))!.Run.ShouldBe(first.Id);
        (await harness.RowsAsync("SupplyDemand", first.Id)).ShouldBe(whole);
    }

    [Fact]
    public async Task Retire_RunThatCameBack_IsKeptBeforeOnesThatWereCurrentEarlier()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city, ("Run:KeepRuns", "2"));
        var first = await harness.RunAsync();
        city.Version = 2;
        var second = await harness.RunAsync();
        city.Version = 1;
        (await harness.RunAsync()).Id.ShouldBe(first.Id);
        city.Version = 3;
        await harness.RunAsync();

        // Whoever read the first page before this night reads the second after it.
        var runs = harness.Get<RunStore>();
        (await runs.GetAsync(first.Id, Cancel)).HasTables.ShouldBeTrue();
        (await runs.GetAsync(second.Id, Cancel)).HasTables.ShouldBeFalse();
    }

    // Acts before the first such request, and then no more.
    private static Func<bool> Once(RunHarness harness, Func<Request, bool> when, Func<Task> act)
    {
        var done = false;
        harness.Faults.Before = async request =>
        {
            if (!when(request)) return;
            done = true;
            harness.Faults.Before = null;
            await act();
        };
        return () => done;
    }

    // Of all runs: the files of one are listed by its id.
    private static bool IsListingOfWork(Request request) =>
        Address(request) is var address && address.Contains("/work?") && address.Contains("comp=list") && !address.Contains("prefix=2");

    private static bool IsWriteOf(Request request, string run) =>
        request.Method != RequestMethod.Get && Address(request).Contains($"PartitionKey='run',RowKey='{run}'");

    private static bool IsSearch(Request request, string table, string run) =>
        request.Method == RequestMethod.Get
            && Address(request) is var address && address.Contains($"/{table}()") && address.Contains($"PartitionKey ge '{run}|'");

    private static string Address(Request request) => Uri.UnescapeDataString(request.Uri.ToString());
}
