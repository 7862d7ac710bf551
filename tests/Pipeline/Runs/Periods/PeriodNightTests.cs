using System.Globalization;
using System.Text.Json;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.WhatIfs;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using CommunityDemand.Tests.Pipeline.Ingest;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs.Periods;

/// <summary>Two nights of sample cities that count by month and by week, from their files to every table.</summary>
[UsesAzurite]
[Slow(100)]
public sealed class PeriodNightTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("period-night-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("month", 12, "2025-12-31", "2026-01-01", "2026-12-31", "01-03")]
    [InlineData("week", 13, "2025-12-28", "2025-12-29", "2026-03-29", "01-04")]
    public async Task Night_OfACityThatCountsByPeriod_FillsEveryTable(
        string frequency, int horizon, string origin, string first, string last, string ahead)
    {
        Frequencies.TryParse(frequency, out var period).ShouldBeTrue();
        var cadence = Cadence.Of(period);
        await using var host = new IngestHost(azurite);
        await UploadAsync(host, new SampleCityOptions { Communities = 4, Services = 3, Years = 4, Dirty = 0, Frequency = period });
        await using var harness = new RunHarness(
            host.Connection, null, ("Run:Horizon", $"{horizon}"), ("Run:Engine:BacktestOrigins", "1"));

        var before = cadence.LastWholeDay(Day(origin).AddDays(-70));
        (await harness.RunAsync(new RunRequest(before))).State.ShouldBe(RunState.Published);
        var run = await harness.RunAsync();

        (run.State, run.Origin).ShouldBe((RunState.Published, Day(origin)), $"{run.Message}");
        run.Warnings.ShouldNotContain(warning => warning.Code == "usage.coarser");
        (await harness.Get<RunStore>().GetAsync(run.Id, Cancel)).Frequency.ShouldBe(frequency);
        await ForecastsAreOfPeriodsAsync(harness, cadence, horizon, Day(origin));
        await CapacityIsOfOpenDaysAsync(harness, host, cadence, Day(first), Day(last));
        (await ReadAsync(harness, "ForecastAccuracy", ("level", "city"))).Select(row => row.GetProperty("horizons").GetString())
            .ShouldContain(ahead);
        foreach (var table in new[] { "MatchDimensions", "Allocations", "Attention", "Satisfaction", "Improvements", "Scenarios" })
        {
            (await ReadAsync(harness, table)).ShouldNotBeEmpty(table);
        }

        await QuestionsAreAnsweredAsync(harness, frequency);
    }

    // The total of each service's forecast is near that of the same months a year before: no month counts as a day, and none twice.
    private static async Task ForecastsAreOfPeriodsAsync(RunHarness harness, Cadence cadence, int horizon, DateOnly origin)
    {
        var rows = await ReadAsync(harness, "Forecasts", ("level", "city"), ("service", "all"));
        rows.Select(row => row.GetProperty("date").GetString())
            .ShouldBe(Enumerable.Range(1, horizon).Select(ahead => $"{cadence.Ahead(origin, ahead):yyyy-MM-dd}"));
        rows.Select(row => row.GetProperty("horizon").GetInt32()).ShouldBe(Enumerable.Range(1, horizon));
        rows.ShouldAllBe(row => row.GetProperty("frequency").GetString() == cadence.Frequency.Code());
        var forecast = rows.Sum(row => row.GetProperty("mean").GetDouble());
        var yearBefore = await harness.Get<CommunityDemand.Pipeline.Facts.IFactReader>()
            .ReadUsageAsync(cadence.Ahead(origin, 1).AddYears(-1), cadence.End(origin, horizon).AddYears(-1), Cancel)
            .Select(fact => fact.Demand).SumAsync(Cancel);
        (forecast / yearBefore).ShouldBeInRange(0.75, 1.5);
    }

    private static async Task CapacityIsOfOpenDaysAsync(
        RunHarness harness, IngestHost host, Cadence cadence, DateOnly first, DateOnly last)
    {
        var row = (await ReadAsync(harness, "SupplyDemand", ("level", "city"), ("service", "all"))).ShouldHaveSingleItem();
        (row.GetProperty("from").GetString(), row.GetProperty("to").GetString())
            .ShouldBe(($"{first:yyyy-MM-dd}", $"{last:yyyy-MM-dd}"));
        var capacity = await host.Facts.ReadCapacityAsync(Cancel);
        var calendar = new CityCalendar(HolidayRules.China, (await host.Facts.ReadCalendarAsync(Cancel)).Select(fact =>
            CalendarEntry.TryParseKind(fact.Kind, out var kind)
                ? new CalendarEntry(fact.Date, kind, fact.Name, fact.Community, fact.District)
                : throw new InvalidDataException(fact.Kind)));
        var forecast = (await ReadAsync(harness, "Forecasts", ("level", "community")))
            .Select(one => (one.GetProperty("area").GetString(), one.GetProperty("service").GetString())).ToHashSet();
        var expected = capacity.GroupBy(fact => (fact.Community, fact.Service)).Where(group => forecast.Contains(group.Key))
            .Select(group => group.MaxBy(fact => fact.From)!)
            .Sum(fact => fact.DailyCapacity * OpenDays.Of(calendar, first, last).At(fact.OpenDays ?? OpenDays.Usual));
        row.GetProperty("capacity").GetDouble().ShouldBe(expected, 0.01 * expected);
        Day(row.GetProperty("worstDate").GetString()!).ShouldBe(cadence.FirstDay(Day(row.GetProperty("worstDate").GetString()!)));
    }

    private static async Task QuestionsAreAnsweredAsync(RunHarness harness, string frequency)
    {
        var scenarios = harness.Get<IScenarios>();
        var allocations = await harness.Get<IAllocations>().AskAsync(new AllocationRequest(Level: "city"), Cancel);
        var table = await ReadAsync(harness, "Allocations", ("level", "city"), ("service", "all"));
        allocations.Rows[0].ShortageRemoved.ShouldBe(table.Single().GetProperty("shortageRemoved").GetDouble(), 1e-6);
        var supply = (await ReadAsync(harness, "SupplyDemand", ("level", "city"), ("service", "all"))).Single();
        allocations.Rows[0].ShortageBefore
            .ShouldBe(supply.GetProperty("expectedShortage").GetDouble(), 1e-6 * (1 + allocations.Rows[0].ShortageBefore));
        var surge = await scenarios.AskAsync(new ScenarioRequest(ScenarioKind.Surge, Factor: 1.2, Level: "city"), Cancel);
        surge.Rows.ShouldContain(row => row.Service == "all" && row.DemandChange > 0);
        (await Should.ThrowAsync<WhatIfRequestException>(() => scenarios.AskAsync(
            new ScenarioRequest(ScenarioKind.MovedHoliday, From: new DateOnly(2026, 1, 1), To: new DateOnly(2026, 1, 2)), Cancel)))
            .Message.ShouldStartWith($"The forecast is by {frequency}");
    }

    private async Task UploadAsync(IngestHost host, SampleCityOptions options)
    {
        var manifest = await SampleCityGenerator.WriteAsync(options, _folder, progress: null, Cancel);
        foreach (var drop in manifest.Drops)
        {
            foreach (var file in drop.Files)
                await host.PutAsync(file, await File.ReadAllBytesAsync(Path.Combine(_folder, drop.Folder, file), Cancel));
            foreach (var account in await host.SweepAsync())
            {
                account.Status.ShouldBeOneOf(UploadStatus.Ingested, UploadStatus.Duplicate);
                account.Rejected.ShouldBe(0, account.Blob);
            }
        }

        (await host.Facts.GetDemandAsync(Cancel))[options.Frequency].ShouldBeGreaterThan(1000);
        (await UsageAsync(host)).ShouldAllBe(fact => fact.Date == fact.Period.FirstDay(fact.Date));
    }

    private static async Task<UsageFact[]> UsageAsync(IngestHost host) =>
        await host.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel)
            .Where(fact => fact.Period != Frequency.Daily).ToArrayAsync(Cancel);

    private static async Task<JsonElement[]> ReadAsync(RunHarness harness, string table, params (string Key, string Value)[] query)
    {
        var response = await harness.Reader.GetAsync(table, query.ToDictionary(q => q.Key, q => q.Value), null, Cancel);
        response.StatusCode.ShouldBe(200);
        return JsonSerializer.Deserialize<JsonElement[]>(response.Body.Span)!;
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
