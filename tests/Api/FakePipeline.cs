using Azure;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Tests.Api;

/// <summary>Notes what a host asks of the pipeline.</summary>
internal sealed class FakePipeline : IUploadIngestor, INightlyForecast, ITableReader
{
    public List<string> Calls { get; } = [];

    public TableResponse Response { get; init; } = new(200, "application/json; charset=utf-8", "[]"u8.ToArray(), "\"a\"", null);

    /// <summary>What the storage says instead of an answer.</summary>
    public RequestFailedException? Failure { get; init; }

    public RunStatus? Run { get; init; } = new("20260307-abc", RunState.Queued, new DateOnly(2026, 3, 7), 0, 3, [], null);

    public IReadOnlyDictionary<string, string> Query { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Tables { get; } = [.. PublicTables.All.Select(table => table.Name)];

    public Task<UploadAccount> IngestAsync(string blobName, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        Calls.Add($"ingest {blobName}");
        return Task.FromResult(new UploadAccount(blobName, "usage", UploadStatus.Ingested, 0, 0, 0, 0, [], null, true));
    }

    public Task<IReadOnlyList<UploadAccount>> SweepAsync(IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        Calls.Add("sweep");
        return Task.FromResult<IReadOnlyList<UploadAccount>>([]);
    }

    public Task<RunStatus> StartAsync(RunRequest request, CancellationToken cancellationToken)
    {
        Calls.Add($"start {request}");
        return Task.FromResult(Run!);
    }

    public Task<RunStatus> PlanAsync(RunRequest request, CancellationToken cancellationToken)
    {
        Calls.Add($"plan {request}");
        return Task.FromResult(Run!);
    }

    public Task ProcessAsync(WorkItem item, CancellationToken cancellationToken)
    {
        Calls.Add($"process {item}");
        return Task.CompletedTask;
    }

    public Task GiveUpAsync(WorkItem item, CancellationToken cancellationToken)
    {
        Calls.Add($"give up {item}");
        return Task.CompletedTask;
    }

    public Task<RunStatus?> GetAsync(string runId, CancellationToken cancellationToken)
    {
        Calls.Add($"get {runId}");
        return Task.FromResult(Run);
    }

    public Task<TableResponse> GetAsync(
        string table, IReadOnlyDictionary<string, string> query, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        Calls.Add($"read {table} {ifNoneMatch}".TrimEnd());
        Query = query;
        return Failure is null ? Task.FromResult(Response) : Task.FromException<TableResponse>(Failure);
    }
}
