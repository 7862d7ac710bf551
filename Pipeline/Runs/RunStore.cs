using Azure.Data.Tables;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using Polly;
using Polly.Registry;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>Table <c>Runs</c>: the state of every run, and the pointer to the current one. Writers that meet start over with what the other wrote.</summary>
internal sealed class RunStore(TableServiceClient tables, ResiliencePipelineProvider<string> pipelines, TimeProvider time)
{
    private readonly TableClient _runs = tables.GetTableClient(StorageNames.RunsTable);
    private readonly ResiliencePipeline _pipeline = pipelines.GetPipeline(ResilienceRegistration.Conflict);

    /// <summary>Makes the table, where it is not there yet: for who registers a run. Readers find no run where there is no table.</summary>
    public Task EnsureAsync(CancellationToken cancellationToken) => tables.CreateTableIfNotExistsAsync(StorageNames.RunsTable, cancellationToken);

    public async Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        await GetAsync(RunRecord.Table.Partition!, TableKey.Escape(id), cancellationToken) is { } entity ? RunRecord.From(entity) : null;

    /// <summary>The run, which was registered before.</summary>
    /// <exception cref="InvalidOperationException">There is none of that id.</exception>
    public async Task<RunRecord> GetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"Table Runs has no run {id}. It was deleted, or never registered.");

    public async Task<RunPointer?> GetPointerAsync(CancellationToken cancellationToken) =>
        await GetAsync(RunPointer.Partition, RunPointer.Row, cancellationToken) is { } entity ? RunPointer.From(entity) : null;

    /// <summary>All runs, in the order of their ids.</summary>
    public async Task<IReadOnlyList<RunRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var runs = new List<RunRecord>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RunRecord.Table.Partition}");
        await foreach (var entity in _runs.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) runs.Add(RunRecord.From(entity));
        return runs;
    }

    /// <summary>Adds a run, or returns the one that stands under its id.</summary>
    public async Task<RunRecord> AddAsync(RunRecord run, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(
            async cancel =>
            {
                if (await FindAsync(run.Id, cancel) is { } standing) return standing;
                await _runs.AddEntityAsync(run.ToEntity(), cancel);
                return run;
            },
            cancellationToken);

    /// <summary>Reads a run, changes it and writes it, unless the change leaves it as it is.</summary>
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

    /// <summary>Makes a run the current one, unless the current one was asked for later.</summary>
    /// <returns>Whether it is the current one now.</returns>
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

    /// <summary>The right to publish a run; null while another worker has it.</summary>
    public Task<RunClaim?> TryClaimAsync(string run, CancellationToken cancellationToken) => RunClaim.TryTakeAsync(_runs, run, time, cancellationToken);

    private async Task<TableEntity?> GetAsync(string partition, string row, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _runs.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
            return found.HasValue ? found.Value : null;
        }
        catch (Azure.RequestFailedException missing) when (StorageFaults.IsMissing(missing))
        {
            // No run was ever registered.
            return null;
        }
    }
}
