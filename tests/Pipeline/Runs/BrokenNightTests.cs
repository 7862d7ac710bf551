using System.Text.Json;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>
/// Data too little or broken: the champion goes on and the tables say so; the next good night goes on as if nothing had been.
/// </summary>
[UsesAzurite]
public sealed class BrokenNightTests(AzuriteFixture azurite)
{
    private const int Days = 98;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("communities")]
    [InlineData("history")]
    [InlineData("collapse")]
    public async Task BrokenNight_KeepsTheChampionAndForecasts_AndTheNextGoodOneRecovers(string kind)
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var champion = (await RowAsync(harness, await harness.RunAsync())).GetProperty("model").GetString();
        for (var day = 0; day < 7; day++) city.AddNoisyDay(city.LastDay.AddDays(1), kind == "collapse" ? 0.1 : 1);
        UsageFact[] whole = [.. city.Usage];
        if (kind == "communities") city.Usage.RemoveAll(usage => usage.Community is not "c/0");
        if (kind == "history") city.Usage.RemoveAll(usage => usage.Date <= whole.Max(u => u.Date).AddDays(-20));
        city.Version++;

        var broken = await RowAsync(harness, await harness.RunAsync());

        broken.GetProperty("state").GetString().ShouldBe("published");
        broken.GetProperty("promotion").GetString().ShouldBe("kept");
        broken.GetProperty("model").GetString().ShouldBe(champion);
        broken.GetProperty("challenger").ValueKind.ShouldBe(JsonValueKind.Null);
        broken.Said("promotionReason").ShouldStartWith("The data look broken, so no challenger was trained. Usage ");
        broken.Said("warnings").ShouldContain($"Champion {champion} forecast from what is there.");
        (await ReadAsync(harness, "Models")).ShouldHaveSingleItem().GetProperty("champion").GetBoolean().ShouldBeTrue();
        var forecasts = await ReadAsync(harness, "Forecasts", ("level", "community"), ("service", "library"));
        forecasts.Select(row => row.GetProperty("origin").GetString()).Distinct().ShouldBe([$"{whole.Max(u => u.Date):yyyy-MM-dd}"]);

        city.Usage.Clear();
        city.Usage.AddRange(kind == "collapse"
            ? whole.Select(u => u.Date > TinyCity.FirstDay.AddDays(Days - 1) ? u with { Visits = u.Visits * 10 } : u)
            : whole);
        city.AddNoisyDay(city.LastDay.AddDays(1));
        city.Version++;
        var good = await RowAsync(harness, await harness.RunAsync());

        good.GetProperty("promotion").GetString().ShouldBe("promoted");
        good.GetProperty("champion").GetString().ShouldBe(champion);
        good.Said("warnings").ShouldNotContain("broken");
    }

    [Fact]
    public async Task BrokenNight_WithoutAModelThatCanStandIn_FailsAndLeavesTheTables()
    {
        var (account, city) = (azurite.NewAccount(), TinyCity.Noisy(Days));
        string good;
        await using (var before = new RunHarness(account, city)) good = (await before.RunAsync()).Id;
        city.Usage.RemoveAll(usage => usage.Community is not "c/0");
        city.Version++;
        await using var harness = new RunHarness(account, city, ("Run:Horizon", "5"));

        var run = await harness.RunAsync();

        run.State.ShouldBe(RunState.Failed);
        run.Message.Text()
            .ShouldMatch("the champion learned from 8.*can't stand in: it forecasts 7 days ahead.*tables of the run before stay");
        (await ReadAsync(harness, "Forecasts"))[0].GetProperty("run").GetString().ShouldBe(good);
    }

    [Fact]
    public async Task BrokenFirstNight_TrainsWithAWarning_AndTheNextGoodOneReplacesItUnasked()
    {
        var city = TinyCity.Noisy(Days);
        for (var day = 0; day < 7; day++) city.AddNoisyDay(city.LastDay.AddDays(1), 0.1);
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var first = await RowAsync(harness, await harness.RunAsync());
        for (var i = 0; i < city.Usage.Count; i++)
        {
            if (city.Usage[i] is { Date: var date } fact && date > TinyCity.FirstDay.AddDays(Days - 1))
                city.Usage[i] = fact with { Visits = fact.Visits * 10 };
        }

        city.Version++;
        var second = await RowAsync(harness, await harness.RunAsync());

        first.GetProperty("promotion").GetString().ShouldBe("promoted");
        first.Said("warnings").ShouldContain("of what is usual");
        second.GetProperty("promotion").GetString().ShouldBe("promoted");
        second.Said("promotionReason").ShouldContain("learned from data that looked broken");
    }

    private static async Task<JsonElement> RowAsync(RunHarness harness, RunStatus run) =>
        (await ReadAsync(harness, "Runs")).Single(row => row.GetProperty("run").GetString() == run.Id);

    private static async Task<JsonElement[]> ReadAsync(RunHarness harness, string table, params (string Key, string Value)[] query)
    {
        var response = await harness.Reader.GetAsync(table, query.ToDictionary(q => q.Key, q => q.Value), null, Cancel);
        response.StatusCode.ShouldBe(200);
        return JsonSerializer.Deserialize<JsonElement[]>(response.Body.Span)!;
    }
}
