using Azure;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Storage;
using Polly;
using Polly.Registry;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>Writes and deletes many entities: batches of one partition, several batches at a time.</summary>
internal sealed class TableWriter(TableServiceClient tables, ResiliencePipelineProvider<string> pipelines)
{
    /// <summary>Most entities of one transaction (a limit of the service).</summary>
    public const int BatchSize = 100;

    // Measured against Azurite: 8 writers reach 9,000 entities a second, more add nothing; a real partition server throttles later.
    private const int Writers = 8;

    private readonly ResiliencePipeline _pipeline = pipelines.GetPipeline(ResilienceRegistration.Storage);

    /// <summary>Writes entities, replacing those that stand: writing twice leaves what writing once leaves.</summary>
    /// <param name="table">The table; it exists.</param>
    /// <param name="entities">Read as they are written; those of one partition follow one another.</param>
    /// <param name="progress">Told the number of entities of each batch written.</param>
    public Task WriteAsync(string table, IEnumerable<TableEntity> entities, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var client = tables.GetTableClient(table);
        return Parallel.ForEachAsync(Batches(entities), AtOnce(cancellationToken), async (batch, cancel) =>
        {
            var actions = batch.ConvertAll(static e => new TableTransactionAction(TableTransactionActionType.UpsertReplace, e));
            await _pipeline.ExecuteAsync(async token => await client.SubmitTransactionAsync(actions, token), cancel);
            progress?.Report(batch.Count);
        });
    }

    /// <summary>
    /// Deletes every entity whose partition key begins with a prefix. Entities that others delete meanwhile don't matter, and those that
    /// others write meanwhile stay.
    /// </summary>
    /// <param name="goOn">Asked each time some have been found and before they are deleted: at no it stops.</param>
    public async Task DeleteAsync(
        string table, string prefix, Func<CancellationToken, Task<bool>> goOn, CancellationToken cancellationToken)
    {
        var client = tables.GetTableClient(table);
        var filter = TableKey.Range("PartitionKey", prefix);
        await foreach (var page in client.QueryAsync<TableEntity>(filter, 1000, ["PartitionKey", "RowKey"], cancellationToken).AsPages())
        {
            if (!await goOn(cancellationToken)) return;
            await Parallel.ForEachAsync(Batches(page.Values), AtOnce(cancellationToken), async (batch, cancel) =>
            {
                try
                {
                    var actions = batch.ConvertAll(static e => new TableTransactionAction(TableTransactionActionType.Delete, e, e.ETag));
                    await _pipeline.ExecuteAsync(async token => await client.SubmitTransactionAsync(actions, token), cancel);
                }
                catch (TableTransactionFailedException changed) when (StorageFaults.IsMissing(changed) || StorageFaults.IsConflict(changed))
                {
                    // Deleted or written in part by somebody else; a transaction is all or nothing, so the rest goes one by one.
                    foreach (var entity in batch) await DeleteUnlessWrittenAsync(client, entity, cancel);
                }
            });
        }
    }

    // A missing entity is no error here.
    private static async Task DeleteUnlessWrittenAsync(TableClient client, TableEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteEntityAsync(entity.PartitionKey, entity.RowKey, entity.ETag, cancellationToken);
        }
        catch (RequestFailedException written) when (StorageFaults.IsConflict(written))
        {
            // It is another's now.
        }
    }

    private static ParallelOptions AtOnce(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken };

    private static IEnumerable<List<TableEntity>> Batches(IEnumerable<TableEntity> entities)
    {
        var batch = new List<TableEntity>(BatchSize);
        foreach (var entity in entities)
        {
            if (batch.Count == BatchSize || (batch.Count > 0 && batch[0].PartitionKey != entity.PartitionKey))
            {
                yield return batch;
                batch = new List<TableEntity>(BatchSize);
            }

            batch.Add(entity);
        }

        if (batch.Count > 0) yield return batch;
    }
}
