using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>Who reads all of container <c>facts</c> finds what counts, once.</summary>
[UsesAzurite]
public sealed class FactPlacesTests(AzuriteFixture azurite)
{
    private const string First = "community,service,date,visits,event_id\nC1,meals,2025-03-07,1,e1\nC1,meals,2025-03-07,1,e1\n";
    private const string Second = "community,service,date,visits,event_id\nC1,meals,2025-03-07,2,e2\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Facts_WhileAFileIsIngested_HoldNothingOfItBeforeTheCommit()
    {
        await using var host = new IngestHost(azurite);
        var seen = new List<(int Facts, int Staged)>();
        await using var watched = Watched(
            host.Connection, async () => seen.Add(
                (await CountAsync(host, StorageNames.FactsContainer), await CountAsync(host, StorageNames.StagingContainer))));

        await watched.IngestAsync("usage/a.csv", First);

        // Two passes, since one row repeats another.
        seen[0].ShouldBe((0, 2));
        (await CountAsync(host, StorageNames.FactsContainer)).ShouldBe(1);
    }

    [Fact]
    public async Task Facts_AfterACorrection_HoldTheCorrectionAlone()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", First);
        var before = await NamesAsync(host, StorageNames.FactsContainer);

        await host.IngestAsync("usage/a.csv", Second);

        (await NamesAsync(host, StorageNames.FactsContainer)).ShouldHaveSingleItem().ShouldNotBe(before[0]);
        // A night that has begun to read the replaced file still finds it.
        (await NamesAsync(host, StorageNames.StagingContainer)).ShouldContain(before[0]);
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.SweepAsync();
        (await NamesAsync(host, StorageNames.StagingContainer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_AfterACrashBetweenCommitAndMove_PutsFilesInPlace()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", First);
        await using (var crashing = Watched(host.Connection, () => Task.CompletedTask, failMoves: true))
        {
            await Should.ThrowAsync<Azure.RequestFailedException>(() => crashing.IngestAsync("usage/a.csv", Second));
        }

        // The commit counts at once, wherever the files lie.
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||2|0|0|0|0"]);
        var misplaced = await NamesAsync(host, StorageNames.FactsContainer);

        await host.SweepAsync();

        (await NamesAsync(host, StorageNames.FactsContainer)).ShouldHaveSingleItem().ShouldNotBe(misplaced[0]);
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||2|0|0|0|0"]);
        (await host.RowAsync("usage/a.csv")).GetInt64("Kept").ShouldBe(1);
    }

    private static IngestHost Watched(string connection, Func<Task> beforeCommit, bool failMoves = false) => new(
        connection,
        services =>
        {
            var state = new State();
            services.AddSingleton(
                _ => new TableServiceClient(connection, With(new TableClientOptions(), new BeforeCommit(beforeCommit, state))));
            if (failMoves)
                services.AddSingleton(_ => new BlobServiceClient(connection, With(new BlobClientOptions(), new AfterCommit(state))));
        });

    private static T With<T>(T options, HttpPipelinePolicy policy)
        where T : ClientOptions
    {
        options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        return options;
    }

    private static async Task<int> CountAsync(IngestHost host, string container) => (await NamesAsync(host, container)).Length;

    private static async Task<string[]> NamesAsync(IngestHost host, string container) => await host.Blobs.GetBlobContainerClient(container)
        .GetBlobsAsync(cancellationToken: Cancel).Select(blob => blob.Name)
            .Where(name => name.EndsWith(".parquet", StringComparison.Ordinal)).ToArrayAsync(Cancel);

    private sealed class State
    {
        public bool IsCommitted { get; set; }
    }

    private sealed class BeforeCommit(Func<Task> act, State state) : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var isCommit = message.Request.Uri.ToString().Contains("$batch", StringComparison.Ordinal);
            if (isCommit) await act();
            await ProcessNextAsync(message, pipeline);
            state.IsCommitted |= isCommit;
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
    }

    private sealed class AfterCommit(State state) : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (state.IsCommitted) throw new Azure.RequestFailedException("The process was killed here.");
            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
    }
}
