using System.Text.Json;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>Which model forecasts, night by night, and what the tables say of it.</summary>
[UsesAzurite]
[Slow(60)]
public sealed class PromotionTests(AzuriteFixture azurite)
{
    private const int Days = 98;

    // Repeats last week's chance: worse by a third than what averages it out.
    private static readonly (string, string) Poor = ("Run:Engine:Members:0", "seasonal_naive");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstNight_PromotesWhatItTrainedAndSaysEverythingOfIt()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var run = await harness.RunAsync();

        var model = (await ModelsAsync(harness)).ShouldHaveSingleItem();
        model.GetProperty("champion").GetBoolean().ShouldBeTrue();
        model.GetProperty("promotion").GetString().ShouldBe("promoted");
        model.Said("reason").ShouldBe("The first model: there was none to compare it with.");
        model.GetProperty("promotedAt").GetString().ShouldBe((await RunAsync(harness, run)).GetProperty("publishedAt").GetString());
        model.GetProperty("skill").GetDouble().ShouldBeInRange(0.1, 1);
        model.GetProperty("trainingSeconds").GetDouble().ShouldBeGreaterThan(0);
        model.GetProperty("codeVersion").GetString().ShouldNotBeNull().ShouldStartWith("0.");
        (model.GetProperty("days").GetInt32(), model.GetProperty("series").GetInt32(), model.GetProperty("seed").GetInt32())
            .ShouldBe((Days, 8, 20_251));

        var card = await CardAsync(harness, model.GetProperty("model").GetString()!);
        card.GetProperty("accuracy").GetArrayLength().ShouldBe(12 * 4);
        card.GetProperty("data").GetProperty("from").GetString().ShouldBe($"{TinyCity.FirstDay:yyyy-MM-dd}");
        card.GetProperty("data").GetProperty("columns").GetString().ShouldNotBeNull().ShouldContain("is_holiday");
        card.GetProperty("promotion").GetProperty("outcome").GetString().ShouldBe("promoted");
        foreach (var name in new[] { "trainingSeconds", "codeVersion", "seed", "settings", "features", "importance", "weights" })
            card.TryGetProperty(name, out _).ShouldBeTrue(name);
    }

    [Fact]
    public async Task NextNight_AsGood_IsPromotedInThePlaceOfTheFirst()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var first = await RunAsync(harness, await harness.RunAsync());

        var second = await NextAsync(harness, city);

        second.GetProperty("promotion").GetString().ShouldBe("promoted");
        second.GetProperty("champion").GetString().ShouldBe(first.GetProperty("model").GetString());
        second.Said("promotionReason")
            .ShouldMatch(
                "error than champion [0-9a-f]{12} in forecasts of the 7 days from .*made from the days before by both .root mean "
                    + "squared, geometric mean over 12 levels");
        (await ChampionAsync(harness)).ShouldBe(second.GetProperty("challenger").GetString());
    }

    [Fact]
    public async Task NextNight_ChallengerMadeWorse_ForecastsWithTheChampionAndSaysWhy()
    {
        var (account, city) = (azurite.NewAccount(), TinyCity.Noisy(Days));
        await using var good = new RunHarness(account, city);
        var champion = (await RunAsync(good, await good.RunAsync())).GetProperty("model").GetString();
        await using var bad = new RunHarness(account, city, Poor);

        var run = await NextAsync(bad, city);

        run.GetProperty("state").GetString().ShouldBe("published");
        run.GetProperty("promotion").GetString().ShouldBe("rejected");
        run.GetProperty("model").GetString().ShouldBe(champion);
        run.Said("warnings").ShouldContain($"champion {champion} forecast. Worse: ");
        var challenger = (await ModelsAsync(bad))
            .Single(model => model.GetProperty("model").GetString() == run.GetProperty("challenger").GetString());
        challenger.GetProperty("champion").GetBoolean().ShouldBeFalse();
        challenger.GetProperty("promotedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        challenger.GetProperty("comparedWith").GetString().ShouldBe(champion);
        challenger.Said("reason").ShouldMatch(
            "^Worse: \\d+\\.\\d% more error than champion .*trained anew on the same days, in the rolling-origin "
                + "backtest.*Run:PromotionTolerance");
        (await ChampionAsync(bad)).ShouldBe(champion);

        // The champion's own forecasts of the new days, near the pattern.
        var forecasts = await ReadAsync(bad, "Forecasts", ("level", "community"), ("service", "library"));
        forecasts.ShouldAllBe(row => Math.Abs((row.GetProperty("mean").GetDouble() / (10 * TinyCity.Demand(
            row.GetProperty("area").GetString()!,
            DateOnly.Parse(row.GetProperty("date").GetString()!, System.Globalization.CultureInfo.InvariantCulture)))) - 1) < 0.15);

        // With the settings as they were the next night's model takes over.
        (await NextAsync(good, city)).GetProperty("promotion").GetString().ShouldBe("promoted");
    }

    [Fact]
    public async Task ChampionAHorizonOld_IsTriedOnDaysThatNeitherHasSeen()
    {
        var (account, city) = (azurite.NewAccount(), TinyCity.Noisy(Days));
        await using var good = new RunHarness(account, city);
        await good.RunAsync();
        for (var day = 0; day < 7; day++) city.AddNoisyDay(city.LastDay.AddDays(1));
        await using var bad = new RunHarness(account, city, Poor);

        var rejected = await NextAsync(bad, city);
        var promoted = await NextAsync(good, city);

        rejected.GetProperty("promotion").GetString().ShouldBe("rejected");
        rejected.Said("promotionReason").ShouldMatch("^Worse: .*in forecasts of the 7 days from .*which neither had seen");
        promoted.GetProperty("promotion").GetString().ShouldBe("promoted");
        promoted.Said("promotionReason").ShouldContain("which neither had seen");
    }

    [Fact]
    public async Task SeriesUnchanged_LeavesTheChampionsRowAsItWas()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.RunAsync();
        var before = (await ModelsAsync(harness)).Single();

        // Capacity is no part of a training.
        city.Capacity.Add(new CapacityFact("c/0", "library", TinyCity.FirstDay.AddDays(5), 99, null, null, null, null));
        city.Version++;
        var run = await RunAsync(harness, await harness.RunAsync());

        run.GetProperty("promotion").GetString().ShouldBe("unchanged");
        var after = (await ModelsAsync(harness)).ShouldHaveSingleItem();
        foreach (var column in new[] { "model", "champion", "promotedAt", "reason", "createdAt", "trainingSeconds" })
            after.GetProperty(column).GetRawText().ShouldBe(before.GetProperty(column).GetRawText());
    }

    [Theory]
    [InlineData("Run:Horizon", "5", "forecasts 7 days ahead, and 5 are wanted")]
    [InlineData("Run:Engine:Season", "5", "has a season of 7 days")]
    public async Task OtherSettings_CantBeCompared_AreTakenAndSaySo(string key, string value, string reason)
    {
        var (account, city) = (azurite.NewAccount(), TinyCity.Noisy(Days));
        await using (var before = new RunHarness(account, city)) await before.RunAsync();
        await using var harness = new RunHarness(account, city, (key, value));

        var run = await NextAsync(harness, city);

        run.GetProperty("promotion").GetString().ShouldBe("promoted");
        run.Said("promotionReason").ShouldContain(reason);
    }

    [Theory]
    [InlineData(true, "can't be read: The stream holds")]
    [InlineData(false, "is no longer in container models")]
    public async Task ChampionsFile_Unreadable_IsSaidAndReplaced(bool exists, string reason)
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var champion = (await RunAsync(harness, await harness.RunAsync())).GetProperty("model").GetString();
        var blob = harness.Blobs.GetBlobContainerClient("models").GetBlobClient($"{champion}/model.bin");
        await blob.DeleteAsync(cancellationToken: Cancel);
        if (exists) await blob.UploadAsync(BinaryData.FromString("not a model"), Cancel);

        var run = await NextAsync(harness, city);

        run.GetProperty("promotion").GetString().ShouldBe("promoted");
        run.Said("promotionReason").ShouldContain(reason);
    }

    [Fact]
    public async Task Origin_BeforeTheChampionsLastDay_IsNotForecastByOneThatKnowsMore()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.RunAsync();

        var run = await RunAsync(harness, await harness.RunAsync(new RunRequest(city.LastDay.AddDays(-10))));

        run.GetProperty("promotion").GetString().ShouldBe("promoted");
        run.Said("promotionReason").ShouldContain("after this run's origin");
    }

    [Fact]
    public async Task Force_AfterThePromotion_MeetsTheSameChampionAndWritesTheSameRows()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.RunAsync();
        await NextAsync(harness, city);
        var before = (await ModelsAsync(harness)).Select(Stable).ToArray();

        var again = await harness.RunAsync(new RunRequest(Force: true));

        (await RunAsync(harness, again)).GetProperty("promotion").GetString().ShouldBe("promoted");
        (await ModelsAsync(harness)).Select(Stable).ShouldBe(before);
    }

    [Fact]
    public async Task PinnedModel_ForecastsWithoutATraining_AndLettingGoTakesTheNextOne()
    {
        var (account, city) = (azurite.NewAccount(), TinyCity.Noisy(Days));
        await using var free = new RunHarness(account, city);
        var first = (await RunAsync(free, await free.RunAsync())).GetProperty("model").GetString()!;
        await NextAsync(free, city);
        var models = (await ModelsAsync(free)).Length;

        await using var pinned = new RunHarness(account, city, ("Run:PinnedModel", first));
        var back = await RunAsync(pinned, await pinned.RunAsync());

        back.GetProperty("promotion").GetString().ShouldBe("pinned");
        back.GetProperty("model").GetString().ShouldBe(first);
        (await ChampionAsync(pinned)).ShouldBe(first);
        (await ModelsAsync(pinned)).Length.ShouldBe(models);
        var after = await NextAsync(free, city);
        after.GetProperty("promotion").GetString().ShouldBe("promoted");
        after.GetProperty("champion").GetString().ShouldBe(first);
    }

    [Fact]
    public async Task PinnedModel_ThatIsNotThere_FailsAndNamesTheSetting()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Noisy(Days), ("Run:PinnedModel", "0123456789ab"));

        var run = await harness.RunAsync();

        run.State.ShouldBe(RunState.Failed);
        run.Message.Text().ShouldContain("Run:PinnedModel");
    }

    [Fact]
    public async Task Settle_AfterACrashBetweenPointerAndTable_IsDoneByWhoeverComesNext()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var run = await harness.RunAsync();
        var champion = await ChampionAsync(harness);
        await harness.Tables.GetTableClient("Models").UpdateEntityAsync(
            new TableEntity("model", champion) { ["Champion"] = false }, Azure.ETag.All, TableUpdateMode.Merge, Cancel);

        await harness.Nightly.ProcessAsync(new WorkItem("district", run.Id, "东区"), Cancel);

        (await ChampionAsync(harness)).ShouldBe(champion);
    }

    private static string Stable(JsonElement model) => string.Join(
        ' ', model.EnumerateObject().Where(column => column.Name is not ("createdAt" or "trainingSeconds"))
            .Select(column => column.Value.GetRawText()));

    private static async Task<JsonElement> NextAsync(RunHarness harness, TinyCity city)
    {
        city.AddNoisyDay(city.LastDay.AddDays(1));
        city.Version++;
        return await RunAsync(harness, await harness.RunAsync());
    }

    private static async Task<JsonElement> RunAsync(RunHarness harness, RunStatus run) =>
        (await ReadAsync(harness, "Runs")).Single(row => row.GetProperty("run").GetString() == run.Id);

    private static Task<JsonElement[]> ModelsAsync(RunHarness harness) => ReadAsync(harness, "Models");

    private static async Task<string?> ChampionAsync(RunHarness harness) =>
        (await ModelsAsync(harness)).Single(model => model.GetProperty("champion").GetBoolean()).GetProperty("model").GetString();

    private static async Task<JsonElement> CardAsync(RunHarness harness, string model)
    {
        var blob = await harness.Blobs.GetBlobContainerClient("models").GetBlobClient($"{model}/card.json").DownloadContentAsync(Cancel);
        return JsonSerializer.Deserialize<JsonElement>(blob.Value.Content);
    }

    private static async Task<JsonElement[]> ReadAsync(RunHarness harness, string table, params (string Key, string Value)[] query)
    {
        var response = await harness.Reader.GetAsync(table, query.ToDictionary(q => q.Key, q => q.Value), null, Cancel);
        response.StatusCode.ShouldBe(200);
        return JsonSerializer.Deserialize<JsonElement[]>(response.Body.Span)!;
    }
}
