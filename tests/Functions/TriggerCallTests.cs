using System.Text.Json;
using Azure.Storage.Blobs;
using CommunityDemand.Functions;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Api;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CommunityDemand.Tests.Functions;

public sealed class TriggerCallTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("usage/2026/march.csv")]
    [InlineData("usage/2026年3月.xlsx")]
    [InlineData("usage/a b%20c+d.csv")]
    public async Task IngestUpload_Blob_IngestsItsWholePath(string name)
    {
        var pipeline = new FakePipeline();
        var container = new BlobContainerClient(new Uri("https://city.blob.core.windows.net/uploads"));

        await new IngestUpload(pipeline).RunAsync(container.GetBlobClient(name), Cancel);

        pipeline.Calls.ShouldBe([$"ingest {name}"]);
    }

    [Fact]
    public async Task SweepUploads_Tick_Sweeps()
    {
        var pipeline = new FakePipeline();

        await new SweepUploads(pipeline).RunAsync(new TimerInfo(), Cancel);

        pipeline.Calls.ShouldBe(["sweep"]);
    }

    [Theory]
    [InlineData("2026-03-07T17:45:00Z", 0)]
    [InlineData("2026-03-07T18:00:00Z", 1)]
    public async Task NightlyForecast_Tick_PlansOnlyAtTwo(string now, int plans)
    {
        var pipeline = new FakePipeline();
        var tick = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var schedule = new NightlySchedule(
            Options.Create(new NightlyOptions()), Options.Create(new RunOptions()), new FakeTimeProvider(tick));
        var timer = new TimerInfo
        {
            ScheduleStatus = new ScheduleStatus { Last = tick.UtcDateTime.AddMinutes(-15), Next = tick.UtcDateTime },
        };

        await new NightlyForecast(pipeline, schedule).RunAsync(timer, Cancel);

        pipeline.Calls.ShouldBe(Enumerable.Repeat($"plan {new RunRequest()}", plans));
    }

    [Fact]
    public async Task ForecastDistrict_Message_IsProcessed()
    {
        var pipeline = new FakePipeline();
        var item = new WorkItem("district", "20260307-abc", "Pudong");

        await new ForecastDistrict(pipeline).RunAsync(item.ToJson(), Cancel);

        pipeline.Calls.ShouldBe([$"process {item}"]);
    }

    [Fact]
    public async Task GiveUpRun_PoisonedMessage_EndsItsRun()
    {
        var pipeline = new FakePipeline();
        var item = new WorkItem("district", "20260307-abc", "Pudong");

        await new GiveUpRun(pipeline).RunAsync(item.ToJson(), Cancel);

        pipeline.Calls.ShouldBe([$"give up {item}"]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"kind\": \"district\"}")]
    [InlineData("no JSON")]
    public async Task Queue_MessageThatIsNoWork_FailsSoThatTheHostSetsItAside(string message)
    {
        var pipeline = new FakePipeline();

        await Should.ThrowAsync<JsonException>(() => new ForecastDistrict(pipeline).RunAsync(message, Cancel));
        await Should.ThrowAsync<JsonException>(() => new GiveUpRun(pipeline).RunAsync(message, Cancel));

        pipeline.Calls.ShouldBeEmpty();
    }
}
