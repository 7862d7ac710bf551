using Azure.Data.Tables;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using Polly;
using Polly.Registry;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>
/// Store of table <c>Runs</c>: the state of every run, and the pointer to the current one. A writer that meets a concurrent change starts
/// over with the changed row.
/// </summary>
internal sealed class RunStore(TableServiceClient tables, ResiliencePipelineProvider<string> pipelines, TimeProvider time)
{
    private readonly TableClient _runs = tables.GetTableClient(StorageNames.RunsTable);
    private readonly ResiliencePipeline _pipeline = pipelines.GetPipeline(ResilienceRegistration.Conflict);

    /// <summary>Creates the table where it is missing; called before a run is registered. Without a table, readers find no runs.</summary>
    public Task EnsureAsync(CancellationToken cancellationToken) =>
        tables.CreateTableIfNotExistsAsync(StorageNames.RunsTable, cancellationToken);

    public async Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        await GetAsync(RunRecord.Table.Partition!, TableKey.Escape(id), cancellationToken) is { } entity ? RunRecord.From(entity) : null;

    /// <summary>The run with an id, which must exist.</summary>
    /// <exception cref="InvalidOperationException">There is no run with that id.</exception>
    public async Task<RunRecord> GetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"Table Runs has no run {id}. It was deleted, or never registered.");

    public async Task<RunPointer?> GetPointerAsync(CancellationToken cancellationToken) =>
        await GetAsync(RunPointer.Partition, RunPointer.Row, cancellationToken) is { } entity ? RunPointer.From(entity) : null;

    /// <summary>All runs, in the order of their ids.</summary>
    public async Task<IReadOnlyList<RunRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var runs = new List<RunRecord>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RunRecord.Table.Partition}");
        await foreach (var entity in _runs.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            runs.Add(RunRecord.From(entity));
        return runs;
    }

    /// <summary>Adds a run, or returns the existing run with its id.</summary>
    public async Task<RunRecord> AddAsync(RunRecord run, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(
            async cancel =>
            {
                if (await FindAsync(run.Id, cancel) is { } standing) return standing;
                await _runs.AddEntityAsync(run.ToEntity(), cancel);
                return run;
            },
            cancellationToken);

    /// <summary>Reads a run, changes it and writes it, unless the change has no effect.</summary>
    public async Task<RunRecord> UpdateAsync(string id, Func<RunRecord, RunRecord> change, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(
            async cancel =>
            {
                var before = await GetAsync(id, cancel);
                var after = change(before);
                if (after != before) await _runs.UpdateEntityAsync(after.ToEntity(), before.ETag, TableUpdateMode.Replace, cancel);
                return after;
            },
            cancellationToken);

    /// <summary>Makes a run the current one, unless the current one was requested later.</summary>
    /// <returns>Whether the run is now the current one.</returns>
    public async Task<bool> PointAsync(RunRecord run, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(
            async cancel =>
            {
                var pointer = await GetPointerAsync(cancel);
                if (pointer?.Run == run.Id) return true;
                if (pointer?.QueuedAt > run.QueuedAt) return false;
                var entity = new RunPointer(run.Id, run.QueuedAt, default).ToEntity();
                if (pointer is null) await _runs.AddEntityAsync(entity, cancel);
                else await _runs.UpdateEntityAsync(entity, pointer.ETag, TableUpdateMode.Replace, cancel);
                return true;
            },
            cancellationToken);

    /// <summary>Takes the right to publish a run; null while another worker has it.</summary>
    public Task<RunClaim?> TryClaimAsync(string run, CancellationToken cancellationToken) =>
        RunClaim.TryTakeAsync(_runs, run, time, cancellationToken);

    private async Task<TableEntity?> GetAsync(string partition, string row, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _runs.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
            return found.HasValue ? found.Value : null;
        }
        catch (Azure.RequestFailedException missing) when (StorageFaults.IsMissing(missing))
        {
            // No run was registered yet.
            return null;
        }
    }
}
