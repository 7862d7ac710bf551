using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Pipeline.Ingest;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs.Periods;

/// <summary>A real city's requests, counted by month as an office would report them, through a mapping and the night.</summary>
[UsesAzurite]
[Slow(25)]
public sealed class ChicagoMonthsTests(AzuriteFixture azurite)
{
    private const string Mapping =
        """
        {"version":2,"dataset":"usage","match":{"headers":["area","month","requests"]},"period":"month",
         "columns":{"community":"area","service":{"constant":"sanitation"},"date":"month","visits":"requests"}}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Night_RequestsByMonth_ForecastsTwelveMonthsNearTheYearsBefore()
    {
        var months = await MonthsAsync(Path.Combine(Repository.RealData("chicago-sanitation-311"), "requests.csv.gz"));
        await using var host = new IngestHost(azurite);
        await host.PutMappingAsync("months.mapping.json", Encoding.UTF8.GetBytes(Mapping));
        var account = await host.IngestAsync(
            "usage/months.csv",
            "area,month,requests\n" + string.Concat(months.Select(of => $"{of.Key.Area},{of.Key.Month},{of.Value}\n")));
        (account.Kept, account.Rejected).ShouldBe((months.Count, 0));
        await using var harness = new RunHarness(host.Connection, null, ("Run:Horizon", "12"), ("City:Country", "none"));

        var run = await harness.RunAsync();

        (run.State, run.Origin).ShouldBe((RunState.Published, new DateOnly(2014, 12, 31)), $"{run.Message?.Text()}");
        var rows = await ReadAsync(harness, "Forecasts", ("level", "city"), ("service", "all"));
        rows.Select(row => row.GetProperty("date").GetString())
            .ShouldBe(Enumerable.Range(0, 12).Select(month => $"{new DateOnly(2015, 1, 1).AddMonths(month):yyyy-MM-dd}"));
        rows.ShouldAllBe(row => row.GetProperty("frequency").GetString() == "month");
        var lastYear = months.Where(of => of.Key.Month.StartsWith("2014", StringComparison.Ordinal)).Sum(of => of.Value);
        (rows.Sum(row => row.GetProperty("mean").GetDouble()) / lastYear).ShouldBeInRange(0.8, 1.2);
        // Garbage is reported in summer: July is above January in each of the four years.
        rows[6].GetProperty("mean").GetDouble().ShouldBeGreaterThan(rows[0].GetProperty("mean").GetDouble());
        var communities = await ReadAsync(harness, "Forecasts", ("level", "community"), ("service", "all"));
        communities.Select(row => row.GetProperty("area").GetString()).Distinct().Count().ShouldBe(77);
        communities.Sum(row => row.GetProperty("mean").GetDouble())
            .ShouldBe(rows.Sum(row => row.GetProperty("mean").GetDouble()), 1e-3);
    }

    // Requests of whole months: the file has a few of months before and after.
    private static async Task<SortedDictionary<(string Area, string Month), int>> MonthsAsync(string path)
    {
        var months = new SortedDictionary<(string Area, string Month), int>();
        await using var file = File.OpenRead(path);
        await using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        await reader.ReadLineAsync(Cancel);
        while (await reader.ReadLineAsync(Cancel) is { } line)
        {
            var cells = line.Split(',');
            // Area 0 is none.
            if (cells[5] is "" or "0" || int.Parse(cells[1][..4], CultureInfo.InvariantCulture) is < 2011 or > 2014) continue;
            var key = (cells[5], cells[1][..7]);
            months[key] = months.GetValueOrDefault(key) + 1;
        }

        return months;
    }

    private static async Task<JsonElement[]> ReadAsync(RunHarness harness, string table, params (string Key, string Value)[] query)
    {
        var rows = new List<JsonElement>();
        var parameters = query.ToDictionary(q => q.Key, q => q.Value);
        var response = await harness.Reader.GetAsync(table, parameters, null, Cancel);
        response.StatusCode.ShouldBe(200);
        rows.AddRange(JsonSerializer.Deserialize<JsonElement[]>(response.Body.Span)!);
        return [.. rows];
    }
}
