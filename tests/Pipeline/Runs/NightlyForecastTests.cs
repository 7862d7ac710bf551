using System.Text.Json;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

[UsesAzurite]
public sealed class NightlyForecastTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task RunAsync_TinyCity_PublishesEveryLevel()
    {
        var city = TinyCity.Of(100);
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var run = await harness.RunAsync();

        run.State.ShouldBe(RunState.Published, run.Message?.ToString());
        run.Origin.ShouldBe(city.LastDay);
        run.Id.ShouldStartWith($"{city.LastDay:yyyyMMdd}-");
        (run.DistrictsDone, run.DistrictsTotal).ShouldBe((2, 2));
        var findings = (await ReadAsync(harness, "Runs")).Single().GetProperty("findings").GetInt32();
        findings.ShouldBe((await ReadAsync(harness, "Attention")).Length);
        findings.ShouldBeGreaterThan(0);

        // City, 2 districts, 4 subdistricts, 4 communities; all, 2 need classes, 2 services; 7 days.
        (await harness.RowsAsync(ForecastsRow.Table.Name, run.Id)).Count.ShouldBe(11 * 5 * 7);
        (await harness.RowsAsync(SupplyDemandRow.Table.Name, run.Id)).Count.ShouldBe(11 * 5);
        foreach (var table in (PlacedTable[])[ForecastsRow.Table, SupplyDemandRow.Table])
        {
            var rows = (await harness.RowsAsync(table.Name, run.Id)).Values.Order(StringComparer.Ordinal).Select(WithoutKeys);
            var index = (await harness.RowsAsync(table.Index!, run.Id)).Values.Select(WithoutKeys);
            index.Order(StringComparer.Ordinal).ShouldBe(rows.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task RunAsync_WeeklyPattern_IsForecastAndAddsUp()
    {
        var city = TinyCity.Of(100);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.RunAsync();

        foreach (var day in Enumerable.Range(1, 7).Select(d => city.LastDay.AddDays(d)))
        {
            var communities = await ReadAsync(
                harness,
                "Forecasts",
                ("level", "community"),
                ("service", "library"),
                ("from", $"{day:yyyy-MM-dd}"),
                ("to", $"{day:yyyy-MM-dd}"));
            communities.Length.ShouldBe(4);
            foreach (var row in communities)
            {
                row.GetProperty("mean").GetDouble().ShouldBe(TinyCity.Demand(row.GetProperty("area").GetString()!, day), 1.0);
                row.GetProperty("median").GetDouble()
                    .ShouldBeInRange(row.GetProperty("lower80").GetDouble(), row.GetProperty("upper80").GetDouble());
            }

            var all = await ReadAsync(
                harness, "Forecasts", ("level", "city"), ("area", "Tiny"), ("service", "library"), ("from", $"{day:yyyy-MM-dd}"),
                ("to", $"{day:yyyy-MM-dd}"));
            all.Single().GetProperty("mean").GetDouble().ShouldBe(communities.Sum(row => row.GetProperty("mean").GetDouble()), 1e-6);
        }
    }

    [Fact]
    public async Task RunAsync_CapacityKnown_BalancesEachAreaAsTheSumOfItsCommunities()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(100));
        await harness.RunAsync();

        var communities = await ReadAsync(harness, "SupplyDemand", ("level", "community"), ("service", "library"));
        var city = (await ReadAsync(harness, "SupplyDemand", ("level", "city"), ("area", "Tiny"), ("service", "library"))).Single();
        foreach (var column in new[] { "capacity", "expectedDemand", "expectedShortage", "expectedSurplus" })
            city.GetProperty(column).GetDouble().ShouldBe(communities.Sum(row => row.GetProperty(column).GetDouble()), 1e-6);

        // Capacity is 12 + 10 k a day, demand 10 to 16 + 10 k: short on some days, in all places alike.
        city.GetProperty("capacity").GetDouble().ShouldBe(7 * (12 + 22 + 32 + 42));
        city.GetProperty("expectedShortage").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task RunAsync_ADayLater_TellsHowTheForecastsFared()
    {
        var city = TinyCity.Of(100);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.RunAsync();
        var tomorrow = city.LastDay.AddDays(1);
        city.AddDay(tomorrow, more: 5);
        city.Version = 2;

        await harness.RunAsync();

        // Everybody wants 5 more than the pattern that was forecast.
        var communities = (await ReadAsync(harness, "ForecastAccuracy", ("level", "community"), ("service", "library"))).Single();
        var actual = city.Communities.Sum(c => TinyCity.Demand(c.Code, tomorrow) + 5);
        communities.GetProperty("forecasts").GetInt32().ShouldBe(4);
        communities.GetProperty("horizons").GetString().ShouldBe("01-07");
        communities.GetProperty("from").GetString().ShouldBe($"{tomorrow:yyyy-MM-dd}");
        communities.GetProperty("wape").GetDouble().ShouldBe(20 / actual, 0.02);
        communities.GetProperty("bias").GetDouble().ShouldBe(-20 / actual, 0.02);
        var total = (await ReadAsync(harness, "ForecastAccuracy", ("level", "city"), ("service", "all"))).Single();
        total.GetProperty("wape").GetDouble().ShouldBe(20 / actual, 0.02);
    }

    [Fact]
    public async Task RunAsync_SameFacts_IsTheSameRunAndWritesNothing()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(100));
        var first = await harness.RunAsync();
        var before = await harness.Get<RunStore>().GetAsync(first.Id, TestContext.Current.CancellationToken);

        var second = await harness.RunAsync();

        second.Id.ShouldBe(first.Id);
        (await harness.Get<RunStore>().GetAsync(first.Id, TestContext.Current.CancellationToken)).ETag.ShouldBe(before.ETag);
        (await harness.Nightly.StartAsync(new RunRequest(), TestContext.Current.CancellationToken)).State.ShouldBe(RunState.Published);
    }

    [Fact]
    public async Task RunAsync_LateData_IsAnotherRunAndBecomesCurrent()
    {
        var city = TinyCity.Of(100);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var first = await harness.RunAsync();

        city.Usage.RemoveAll(u => u.Community == "c/3" && u.Date == city.LastDay.AddDays(-3));
        city.Version = 2;
        var second = await harness.RunAsync();

        second.Id.ShouldNotBe(first.Id);
        second.Origin.ShouldBe(first.Origin);
        (await CurrentAsync(harness)).ShouldBe(second.Id);
    }

    [Fact]
    public async Task RunAsync_FactsAsTheyWereBefore_PointsBackToTheirRun()
    {
        var city = TinyCity.Of(100);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var first = await harness.RunAsync();
        city.Version = 2;
        await harness.RunAsync();

        city.Version = 1;
        var third = await harness.RunAsync();

        third.Id.ShouldBe(first.Id);
        (await CurrentAsync(harness)).ShouldBe(first.Id);
    }

    [Fact]
    public async Task RunAsync_Force_WritesTheSameRowsAgain()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(100));
        var first = await harness.RunAsync();
        var rows = await harness.RowsAsync(ForecastsRow.Table.Name, first.Id);
        var before = await harness.Get<RunStore>().GetAsync(first.Id, TestContext.Current.CancellationToken);

        var again = await harness.RunAsync(new RunRequest(Force: true));

        again.Id.ShouldBe(first.Id);
        (await harness.Get<RunStore>().GetAsync(first.Id, TestContext.Current.CancellationToken)).ETag.ShouldNotBe(before.ETag);
        (await harness.RowsAsync(ForecastsRow.Table.Name, first.Id)).ShouldBe(rows);
    }

    [Fact]
    public async Task RunAsync_TooLittleData_FailsAndLeavesTheTables()
    {
        var city = TinyCity.Of(100);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var good = await harness.RunAsync();

        city.Usage.RemoveAll(u => u.Date > TinyCity.FirstDay.AddDays(20));
        city.Version = 2;
        var failed = await harness.RunAsync();

        failed.State.ShouldBe(RunState.Failed);
        failed.Message.Text().ShouldContain("21 days");
        failed.Message.Text().ShouldContain("56");
        (await CurrentAsync(harness)).ShouldBe(good.Id);
    }

    [Fact]
    public async Task RunAsync_NoFacts_FailsWithARemedy()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), new TinyCity());

        var run = await harness.RunAsync();

        run.State.ShouldBe(RunState.Failed);
        run.Message.Text().ShouldContain("Upload");
    }

    [Fact]
    public async Task RunAsync_MoreRunsThanAreKept_DeletesTheOldest()
    {
        var city = TinyCity.Of(100);
        await using var harness = new RunHarness(azurite.NewAccount(), city, ("Run:KeepRuns", "2"));
        var ids = new List<string>();
        for (city.Version = 1; city.Version <= 3; city.Version++) ids.Add((await harness.RunAsync()).Id);

        foreach (var table in PublicTables.All.Where(t => t.IsPerRun).SelectMany(t => t.Physical))
            (await harness.RowsAsync(table, ids[0])).ShouldBeEmpty();
        (await harness.RowsAsync(ForecastsRow.Table.Name, ids[1])).ShouldNotBeEmpty();
        (await harness.Reader.GetAsync(
            "Forecasts", new Dictionary<string, string> { ["run"] = ids[0] }, null, TestContext.Current.CancellationToken))
            .StatusCode.ShouldBe(404);
        (await harness.Blobs.GetBlobContainerClient("work").GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ProcessAsync_MessageOfAFinishedRun_DoesNothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(100));
        var run = await harness.RunAsync();
        var before = await harness.Get<RunStore>().GetAsync(run.Id, cancel);

        await harness.Nightly.ProcessAsync(new WorkItem("district", run.Id, "东区"), cancel);
        await harness.Nightly.ProcessAsync(new WorkItem("plan", run.Id), cancel);
        await harness.Nightly.ProcessAsync(new WorkItem("district", "20200101-unknown"), cancel);

        (await harness.Get<RunStore>().GetAsync(run.Id, cancel)).ETag.ShouldBe(before.ETag);
    }

    [Fact]
    public void WorkItem_Json_ComesBack()
    {
        var item = new WorkItem("district", "20260307-abc", "东区");

        WorkItem.Parse(item.ToJson()).ShouldBe(item);
        JsonSerializer.Deserialize<WorkItem>(item.ToJson()).ShouldBe(item);
        Should.Throw<JsonException>(() => WorkItem.Parse("{}"));
    }

    private static string WithoutKeys(string row) =>
        string.Join(';', row.Split(';')
            .Where(c => !c.StartsWith("PartitionKey=", StringComparison.Ordinal) && !c.StartsWith("RowKey=", StringComparison.Ordinal)));

    private static async Task<string> CurrentAsync(RunHarness harness) =>
        (await ReadAsync(harness, "Forecasts", ("level", "city"), ("service", "all")))[0].GetProperty("run").GetString()!;

    private static async Task<JsonElement[]> ReadAsync(RunHarness harness, string table, params (string Key, string Value)[] query)
    {
        var response = await harness.Reader.GetAsync(
            table, query.ToDictionary(q => q.Key, q => q.Value), null, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(200);
        return JsonSerializer.Deserialize<JsonElement[]>(response.Body.Span)!;
    }
}
