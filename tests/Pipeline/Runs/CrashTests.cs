using Azure.Core;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>
/// A process may die between any two writes to storage. Whatever it leaves, going on gives the tables of an undisturbed run.
/// </summary>
[UsesAzurite]
[Slow(150)]
public sealed class CrashTests(AzuriteFixture azurite)
{
    private const string East = "东区";
    private const string West = "西区";

    private static readonly string[] Tables = [.. PublicTables.All.Where(t => t.IsPerRun).SelectMany(t => t.Physical)];

    [Fact]
    public async Task Publish_DyingAtEveryWrite_EndsInTheSameTables()
    {
        var expected = await UndisturbedAsync();
        await using var harness = new RunHarness(azurite.NewAccount(), City());
        var run = await PlannedAsync(harness);

        var deaths = await harness.UntilDoneAsync(() =>
            harness.Nightly.ProcessAsync(new WorkItem("district", run.Id), CancellationToken.None), async () =>
        {
            // Until the last write the reader is told that there is nothing yet, and never shown a part.
            var answer = await harness.Reader.GetAsync("Forecasts", new Dictionary<string, string>(), null, CancellationToken.None);
            answer.StatusCode.ShouldBeOneOf(200, 404);
            if (answer.StatusCode == 200) (await TablesAsync(harness, run.Id)).ShouldBe(expected);
        });

        deaths.ShouldBeGreaterThan(20);
        (await harness.Nightly.GetAsync(run.Id, CancellationToken.None))!.State.ShouldBe(RunState.Published);
        (await TablesAsync(harness, run.Id)).ShouldBe(expected);
    }

    [Fact]
    public async Task WholeRun_DyingAtEverySeventhWriteAndPlannedAnew_EndsInTheSameTables()
    {
        var expected = await UndisturbedAsync();
        await using var harness = new RunHarness(azurite.NewAccount(), City());

        RunStatus? run = null;
        await harness.UntilDoneAsync(async () => run = await NightAsync(harness), step: 7);

        run!.State.ShouldBe(RunState.Published);
        (await TablesAsync(harness, run.Id)).ShouldBe(expected);
    }

    [Fact]
    public async Task SecondNight_DyingAtEveryWrite_PromotesOnceAndWithItsRun()
    {
        var city = City();
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var runs = harness.Get<RunStore>();
        var first = await runs.GetAsync((await harness.RunAsync()).Id, CancellationToken.None);
        city.AddDay(city.LastDay.AddDays(1));
        city.Version++;
        var second = await PlannedAsync(harness);

        await harness.UntilDoneAsync(() =>
            harness.Nightly.ProcessAsync(new WorkItem("district", second.Id), CancellationToken.None), async () =>
        {
            // Never before its run is the current one, never two, never none.
            var champion = (await ChampionsAsync(harness)).ShouldHaveSingleItem();
            if ((await runs.GetPointerAsync(CancellationToken.None))!.Run == first.Id) champion.RowKey.ShouldBe(first.Model);
        });

        var promoted = await runs.GetAsync(second.Id, CancellationToken.None);
        promoted.Model.ShouldNotBe(first.Model);
        var now = (await ChampionsAsync(harness)).ShouldHaveSingleItem();
        now.RowKey.ShouldBe(promoted.Model);
        now.GetDateTimeOffset("PromotedAt").ShouldBe(promoted.PublishedAt);
        now.GetString("ComparedWith").ShouldBe(first.Model);
    }

    [Fact]
    public async Task Champion_DiesWithTheProcessBetweenPointerAndFlag_FlagFollowsWithTheNextMessage()
    {
        var city = City();
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.RunAsync();
        city.AddDay(city.LastDay.AddDays(1));
        city.Version++;
        var second = await PlannedAsync(harness);
        var last = new WorkItem("district", second.Id);

        harness.Faults.LoseAnswer = request =>
        {
            if (IsPointerWrite(request)) harness.Faults.DieAfter(0);
            return false;
        };
        await Should.ThrowAsync<ProcessDiedException>(() => harness.Nightly.ProcessAsync(last, CancellationToken.None));
        harness.Faults.LoseAnswer = null;
        harness.Faults.Live();

        var model = (await harness.Get<RunStore>().GetAsync(second.Id, CancellationToken.None)).Model;
        (await harness.CurrentAsync()).Id.ShouldBe(second.Id);
        (await ChampionsAsync(harness)).Single().RowKey.ShouldNotBe(model);

        await harness.Nightly.ProcessAsync(last, CancellationToken.None);

        (await ChampionsAsync(harness)).Single().RowKey.ShouldBe(model);
    }

    private static bool IsPointerWrite(Request request) =>
        request.Method != RequestMethod.Get
            && Uri.UnescapeDataString(request.Uri.Path).Contains($"PartitionKey='{RunPointer.Partition}'", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<TableEntity>> ChampionsAsync(RunHarness harness) =>
        await harness.Tables.GetTableClient("Models").QueryAsync<TableEntity>("Champion eq true").ToListAsync();

    // Each try writes again what the one before wrote, so that the time grows with the square of the writes: one service has half.
    private static TinyCity City() => TinyCity.Of(70, communities: 2, services: 1);

    private async Task<string> UndisturbedAsync()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), City());
        return await TablesAsync(harness, (await harness.RunAsync()).Id);
    }

    // All but the last shard is done.
    private static async Task<RunStatus> PlannedAsync(RunHarness harness)
    {
        var run = await harness.Nightly.PlanAsync(new RunRequest(), CancellationToken.None);
        foreach (var district in new[] { East, West })
            await harness.Nightly.ProcessAsync(new WorkItem("district", run.Id, district), CancellationToken.None);
        return run;
    }

    // The night as a host does it, message for message, without waiting for hidden ones.
    private static async Task<RunStatus> NightAsync(RunHarness harness)
    {
        var run = await harness.Nightly.PlanAsync(new RunRequest(), CancellationToken.None);
        foreach (var district in new[] { East, West, null })
            await harness.Nightly.ProcessAsync(new WorkItem("district", run.Id, district), CancellationToken.None);
        return (await harness.Nightly.GetAsync(run.Id, CancellationToken.None))!;
    }

    private static async Task<string> TablesAsync(RunHarness harness, string run)
    {
        var all = new List<string>();
        foreach (var table in Tables) all.AddRange((await harness.RowsAsync(table, run)).Select(row => $"{table} {row.Key} {row.Value}"));
        return string.Join('\n', all);
    }
}
