using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CommunityDemand.Api;
using CommunityDemand.Functions;
using CommunityDemand.Pipeline;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Api;
using CommunityDemand.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Functions;

/// <summary>A small city through the functions, as the host would call them: files in, tables out, on a real Azurite.</summary>
[UsesAzurite]
public sealed class NightTests(AzuriteFixture azurite)
{
    private static readonly DateOnly FirstDay = new(2025, 1, 6);
    private const int Days = 20 * 7;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Functions_EveryClass_CanBeMadeOfTheRegisteredServices()
    {
        await using var host = Host();
        var functions = typeof(IngestUpload).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), inherit: false))).ToList();

        functions.Count.ShouldBe(8);
        foreach (var function in functions) ActivatorUtilities.CreateInstance(host, function).ShouldNotBeNull();
    }

    [Fact]
    public async Task Night_FilesOfASmallCity_BecomeTablesOnce()
    {
        await using var host = Host();
        await UploadAsync(
            host, "communities/city.csv", "community,name,subdistrict,district\nc1,One,s1,East\nc2,Two,s1,East\nc3,Three,s2,West\n");
        await UploadAsync(host, "usage/spring.csv", Usage());
        await UploadAsync(
            host, "capacity/all.csv", "community,service,from,daily_capacity\nc1,meals,2025-01-01,5\nc3,meals,2025-01-01,500\n");

        var usage = (await GetAsync(host, "/api/uploads")).Json.EnumerateArray().Single(u => Text(u, "path") == "usage/spring.csv");
        (Number(usage, "read"), Number(usage, "kept"), Number(usage, "rejected")).ShouldBe((3 * 2 * Days + 1, 3 * 2 * Days, 1));

        await Function<NightlyForecast>(host).RunAsync(new TimerInfo(), Cancel);
        (await WorkOffAsync(host)).ShouldBeGreaterThanOrEqualTo(3);

        var run = (await GetAsync(host, "/api/runs")).Json.EnumerateArray().ShouldHaveSingleItem();
        Text(run, "state").ShouldBe("published");
        await ForecastsAddUpAsync(host);
        await ShortageShowsAsync(host);
        await UnchangedPageCostsNothingAsync(host);
        await SecondStartIsTheSameRunAsync(host, Text(run, "run"));

        await Function<GiveUpRun>(host).RunAsync(new WorkItem("district", Text(run, "run"), "East").ToJson(), Cancel);
        Text((await GetAsync(host, "/api/runs")).Json[0], "state").ShouldBe("published");
    }

    [Fact]
    public async Task GiveUpRun_MessageThatAlwaysFailed_EndsItsRunWithAReason()
    {
        await using var host = Host();
        await UploadAsync(host, "usage/spring.csv", Usage());
        var started = await SendAsync(host, "POST", "/api/runs");
        var item = new WorkItem("plan", Text(started.Json, "id"));

        await Function<GiveUpRun>(host).RunAsync(item.ToJson(), Cancel);
        await Function<GiveUpRun>(host).RunAsync((item with { RunId = "unknown" }).ToJson(), Cancel);

        var run = (await GetAsync(host, "/api/runs")).Json.EnumerateArray().ShouldHaveSingleItem();
        (Text(run, "state"), run.Said("message")).ShouldBe(
            ("failed", "Planning failed 5 times. The log has the errors; start a run again once their cause is gone."));
    }

    [Fact]
    public async Task IngestUpload_HeaderLineAlone_TakesTheFileOut()
    {
        await using var host = Host();
        await UploadAsync(host, "usage/spring.csv", Usage());

        await UploadAsync(host, "usage/spring.csv", "community,service,date,visits\n");

        var upload = (await GetAsync(host, "/api/uploads")).Json.EnumerateArray().ShouldHaveSingleItem();
        (Text(upload, "status"), Number(upload, "kept")).ShouldBe(("ingested", 0));
        (await host.GetRequiredService<IFactReader>().ReadUsageAsync(FirstDay, FirstDay.AddDays(Days), Cancel).CountAsync(Cancel))
            .ShouldBe(0);
    }

    [Fact]
    public async Task SweepUploads_LedgerEmptied_IngestsEverythingAnew()
    {
        await using var host = Host();
        await UploadAsync(host, "usage/spring.csv", Usage());
        await host.GetRequiredService<TableServiceClient>().DeleteTableAsync(StorageNames.LedgerTable, Cancel);
        foreach (var container in (string[])[StorageNames.FactsContainer, StorageNames.QuarantineContainer])
            await host.GetRequiredService<BlobServiceClient>().DeleteBlobContainerAsync(container, cancellationToken: Cancel);

        await using var restarted = Host(host);
        await Function<SweepUploads>(restarted).RunAsync(new TimerInfo(), Cancel);

        (await restarted.GetRequiredService<IFactReader>().ReadUsageAsync(FirstDay, FirstDay.AddDays(Days), Cancel).CountAsync(Cancel))
            .ShouldBe(3 * 2 * Days);
    }

    private static async Task ForecastsAddUpAsync(ServiceProvider host)
    {
        var city = (await GetAsync(host, "/api/forecasts?level=city&top=1000")).Json.EnumerateArray().ToList();
        var communities = (await GetAsync(host, "/api/forecasts?level=community&top=1000")).Json.EnumerateArray().ToList();

        foreach (var total in city.Where(row => Text(row, "service") == "meals"))
        {
            var parts = communities.Where(row => Text(row, "service") == "meals" && Text(row, "date") == Text(total, "date")).ToList();
            parts.Count.ShouldBe(3);
            parts.Sum(row => row.GetProperty("mean").GetDouble()).ShouldBe(total.GetProperty("mean").GetDouble(), 1e-6);
        }

        city.Count(row => Text(row, "service") == "meals").ShouldBe(7);
    }

    private static async Task ShortageShowsAsync(ServiceProvider host)
    {
        var rows = (await GetAsync(host, "/api/supplydemand?level=community&service=meals&top=1000")).Json.EnumerateArray().ToList();

        rows.Where(row => Text(row, "area") == "c1").ShouldAllBe(row => row.GetProperty("expectedShortage").GetDouble() > 0);
        rows.Where(row => Text(row, "area") == "c3").ShouldAllBe(row => row.GetProperty("expectedShortage").GetDouble() < 1);
    }

    private static async Task UnchangedPageCostsNothingAsync(ServiceProvider host)
    {
        var first = await GetAsync(host, "/api/forecasts?level=city&top=2");
        first["x-next-page"].ShouldNotBeNullOrEmpty();

        var second = await GetAsync(host, "/api/forecasts?level=city&top=2", first["ETag"]);
        (second.Status, second.Text).ShouldBe((304, ""));

        var bad = await GetAsync(host, "/api/forecasts?level=planet");
        bad.Status.ShouldBe(400);
        bad.Json.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
    }

    private static async Task SecondStartIsTheSameRunAsync(ServiceProvider host, string run)
    {
        await Function<NightlyForecast>(host).RunAsync(new TimerInfo(), Cancel);
        var started = await SendAsync(host, "POST", "/api/runs");
        (await WorkOffAsync(host)).ShouldBe(0);

        started.Status.ShouldBe(202);
        started["Location"].ShouldBe($"/api/runs/{run}");
        var followed = await GetAsync(host, $"/api/runs/{run}");
        Text(followed.Json, "state").ShouldBe("published");
        (await GetAsync(host, "/api/runs/no")).Status.ShouldBe(404);
    }

    /// <summary>Weekly seasons, a trend for c1, and one bad row.</summary>
    private static string Usage()
    {
        var csv = new StringBuilder("community,service,date,visits\n");
        for (var day = 0; day < Days; day++)
        {
            var weekday = day % 7;
            foreach (var (community, level) in new[] { ("c1", 20 + (day / 20)), ("c2", 12), ("c3", 30) })
            {
                csv.Append(CultureInfo.InvariantCulture, $"{community},meals,{FirstDay.AddDays(day):yyyy-MM-dd},{level + (weekday * 2)}\n");
                csv.Append(
                    CultureInfo.InvariantCulture,
                    $"{community},clinic,{FirstDay.AddDays(day):yyyy-MM-dd},{(weekday < 5 ? level / 2 : 0)}\n");
            }
        }

        return csv.Append("c1,meals,2025-13-01,4\n").ToString();
    }

    private static async Task UploadAsync(ServiceProvider host, string path, string content)
    {
        var container = host.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.UploadsContainer);
        await container.CreateIfNotExistsAsync(cancellationToken: Cancel);
        var blob = container.GetBlobClient(path);
        await blob.UploadAsync(BinaryData.FromString(content), overwrite: true, Cancel);
        await Function<IngestUpload>(host).RunAsync(blob, Cancel);
    }

    /// <summary>Calls the queue's function for each message, read as the worker reads it, until there is none.</summary>
    private static async Task<int> WorkOffAsync(ServiceProvider host)
    {
        var queue = host.GetRequiredService<QueueServiceClient>().GetQueueClient(StorageNames.ForecastQueue);
        for (var done = 0; ; done++)
        {
            if ((await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value is not { } message) return done;
            await Function<ForecastDistrict>(host).RunAsync(message.MessageText, Cancel);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
        }
    }

    private static Task<ApiAnswer> GetAsync(ServiceProvider host, string address, string? ifNoneMatch = null) =>
        SendAsync(host, "GET", address, ifNoneMatch is null ? [] : [("If-None-Match", ifNoneMatch)]);

    // The provider is the test's, which also disposes of it.
    private static Task<ApiAnswer> SendAsync(
        ServiceProvider host, string method, string address, params (string Name, string Value)[] headers) =>
        new FunctionsHost(host).SendAsync(method, address, null, headers);

    private static string Text(JsonElement row, string column) => row.GetProperty(column).ToString();

    private static long Number(JsonElement row, string column) => row.GetProperty(column).GetInt64();

    private static T Function<T>(ServiceProvider host) => ActivatorUtilities.CreateInstance<T>(host);

    private ServiceProvider Host() => Host(azurite.NewAccount());

    private static ServiceProvider Host(ServiceProvider before) =>
        Host(before.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"]!);

    private static ServiceProvider Host(string account) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = account,
            ["Run:Horizon"] = "7",
            ["Run:Engine:Boosting"] = "false",
        }).Build())
        .AddLogging()
        .AddPipeline()
        .AddApi()
        .AddFunctions()
        .BuildServiceProvider();
}
