using System.Text.Json;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>Three nights a week apart: two weeks of forecasts and what came, in a world that goes on or one that changes.</summary>
[UsesAzurite]
public sealed class DriftTests(AzuriteFixture azurite)
{
    private const int Days = 112;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UndisturbedCity_RaisesNoWarning_AndFaresAsTheBacktestSaid()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = Harness(city);

        var run = await ThreeNightsAsync(harness, city, (_, day) => city.AddNoisyDay(day));

        run.Warnings.ShouldBeEmpty();
        (await DriftingAsync(harness, run)).ShouldBe(0);
        var rows = await ReadAsync(harness, ("level", "community"));
        rows.ShouldAllBe(row => row.GetProperty("drift").GetString() == "" && row.GetProperty("drifting").GetInt32() == 0);
        foreach (var row in rows) row.GetProperty("rmsse").GetDouble()
            .ShouldBeInRange(row.GetProperty("expectedRmsse").GetDouble() * 0.6, row.GetProperty("expectedRmsse").GetDouble() * 1.4);
        foreach (var row in rows) row.GetProperty("expectedCoverage80").GetDouble().ShouldBeInRange(0.6, 1);
    }

    [Fact]
    public async Task LevelShiftEverywhere_IsWarnedOfWithPlaceSizeAndDay()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = Harness(city);

        var run = await ThreeNightsAsync(harness, city, (week, day) => city.AddNoisyDay(day, week == 0 ? 1 : 1.4));

        var warning = run.Warnings.ShouldHaveSingleItem().Text();
        warning.ShouldMatch(
            @"^Demand has drifted from its forecasts in \d+ of 55 areas' services: .*"
            + @"in Tiny \(city\) [\d.]+ visits a day above the forecast since \d+ December 2025.*ForecastAccuracy marks them\.$");
        (await DriftingAsync(harness, run)).ShouldBeGreaterThan(5);
        var total = (await ReadAsync(harness, ("level", "city"), ("area", "Tiny"), ("service", "all"))).First();
        total.GetProperty("drift").GetString().ShouldBe("above");
        total.GetProperty("driftSince").GetString().ShouldNotBeNull().ShouldStartWith("2025-12-2");
        total.GetProperty("driftSignal").GetDouble().ShouldBeGreaterThan(1);
        (await ReadAsync(harness, ("level", "city"), ("service", "all"))).First().GetProperty("drifting").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task OneServiceShiftsInOneDistrict_NamesItAndLeavesTheOthersAlone()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = Harness(city);

        var run = await ThreeNightsAsync(harness, city, (week, day) =>
        {
            city.AddNoisyDay(day);
            if (week == 0) return;
            for (var i = city.Usage.Count - 8; i < city.Usage.Count; i++)
            {
                if (city.Usage[i] is { Service: "library", Community: "c/1" or "c/3" } fact)
                    city.Usage[i] = fact with { Visits = fact.Visits * 0.5 };
            }
        });

        run.Warnings.ShouldHaveSingleItem().Text().ShouldMatch(
            @"^Demand has drifted from its forecasts in \d+ of 55 areas' services: "
                + @"Library in (西区|Community 1|Community 3|街道\d) .* below the forecast");
        (await ReadAsync(harness, ("level", "district"), ("area", "西区"), ("service", "library")))
            .ShouldAllBe(row => row.GetProperty("drift").GetString() == "below");
        (await ReadAsync(harness, ("level", "district"), ("area", "东区"), ("service", "library")))
            .ShouldAllBe(row => row.GetProperty("drift").GetString() == "");
        (await ReadAsync(harness, ("level", "community"), ("area", "c/1"), ("service", "day-care")))
            .ShouldAllBe(row => row.GetProperty("drift").GetString() == "");
    }

    [Fact]
    public async Task Rows_OfALevelAndOfItsAreas_StandApart()
    {
        var city = TinyCity.Noisy(Days);
        await using var harness = Harness(city);
        var run = await ThreeNightsAsync(harness, city, (_, day) => city.AddNoisyDay(day));

        // The first of the two earlier nights has been followed for two weeks, so both weeks of the horizon are there.
        (await ReadAsync(harness)).Length.ShouldBe(4 * 5 * 2);
        (await ReadAsync(harness, ("level", "community"), ("service", "library"))).Length.ShouldBe(2);
        (await ReadAsync(harness, ("level", "community"), ("area", "c/2"))).Length.ShouldBe(5 * 2);
        (await harness.RowsAsync(ForecastAccuracyRow.Table.Name, run.Id)).Count.ShouldBe((4 + 11) * 5 * 2);
        var level = (await ReadAsync(harness, ("level", "community"), ("service", "library"))).First();
        var areas = await Task.WhenAll(city.Communities.Select(
            async c => (await ReadAsync(harness, ("level", "community"), ("area", c.Code), ("service", "library"))).First()));
        level.GetProperty("forecasts").GetInt32().ShouldBe(areas.Sum(row => row.GetProperty("forecasts").GetInt32()));
        level.GetProperty("mae").GetDouble().ShouldBe(areas.Average(row => row.GetProperty("mae").GetDouble()), 1e-9);
        level.GetProperty("rmsse").GetDouble().ShouldBe(areas.Average(row => row.GetProperty("rmsse").GetDouble()), 1e-9);
        level.GetProperty("bias").GetDouble().ShouldBeInRange(-0.05, 0.05);
    }

    private RunHarness Harness(TinyCity city) =>
        new(azurite.NewAccount(), city, ("Run:Horizon", "14"), ("Run:Engine:BacktestOrigins", "3"), ("City:Country", "none"));

    private static async Task<RunStatus> ThreeNightsAsync(RunHarness harness, TinyCity city, Action<int, DateOnly> addDay)
    {
        await harness.RunAsync();
        for (var week = 0; ; week++)
        {
            for (var day = 0; day < 7; day++) addDay(week, city.LastDay.AddDays(1));
            city.Version++;
            var run = await harness.RunAsync();
            run.State.ShouldBe(RunState.Published, run.Message?.ToString());
            if (week == 1) return run;
        }
    }

    private static async Task<int> DriftingAsync(RunHarness harness, RunStatus run) =>
        (await harness.Get<RunStore>().GetAsync(run.Id, Cancel)).Drifting;

    private static async Task<JsonElement[]> ReadAsync(RunHarness harness, params (string Key, string Value)[] query)
    {
        var response = await harness.Reader.GetAsync("ForecastAccuracy", query.ToDictionary(q => q.Key, q => q.Value), null, Cancel);
        response.StatusCode.ShouldBe(200);
        return JsonSerializer.Deserialize<JsonElement[]>(response.Body.Span)!;
    }
}
