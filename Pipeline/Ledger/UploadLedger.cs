using Azure;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>
/// The ledger of uploads that count: one partition for each dataset, changed by one transaction for each commit. The ledger is the source
/// of truth; blobs and the public table follow it.
/// </summary>
internal sealed class UploadLedger(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(StorageNames.LedgerTable);

    /// <summary>The head of a dataset; a new one before the first commit.</summary>
    public async Task<HeadRow> ReadHeadAsync(string dataset, CancellationToken cancellationToken) =>
        await FindAsync<HeadRow>(dataset, HeadRow.Key, cancellationToken) ?? new HeadRow { PartitionKey = dataset, RowKey = HeadRow.Key };

    public async Task<T?> FindAsync<T>(string dataset, string key, CancellationToken cancellationToken)
        where T : LedgerRow
    {
        var found = await _table.GetEntityIfExistsAsync<T>(dataset, key, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>All rows of a kind, in order of their keys.</summary>
    public AsyncPageable<T> ReadAsync<T>(string dataset, string prefix, CancellationToken cancellationToken)
        where T : LedgerRow
    {
        var after = prefix[..^1] + (char)(prefix[^1] + 1);
        return _table.QueryAsync<T>(
            TableClient.CreateQueryFilter($"PartitionKey eq {dataset} and RowKey ge {prefix} and RowKey lt {after}"),
            cancellationToken: cancellationToken);
    }

    /// <summary>Commits changes to a dataset, all or none.</summary>
    /// <param name="head">Head as read before the changes were decided.</param>
    /// <exception cref="LedgerConflictException">Another commit came first: read and decide again.</exception>
    public async Task CommitAsync(HeadRow head, LedgerChange change, CancellationToken cancellationToken)
    {
        var next = new HeadRow { PartitionKey = head.PartitionKey, RowKey = HeadRow.Key, Sequence = head.Sequence + 1 };
        var guard = head.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, next)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, head.ETag);
        try
        {
            await _table.SubmitTransactionAsync(change.Actions.Prepend(guard), cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            throw new LedgerConflictException($"Another process committed to dataset {head.PartitionKey} at the same time.", conflict);
        }
    }

    public static TableTransactionAction Put(LedgerRow row) => new(TableTransactionActionType.UpsertReplace, row);

    public static TableTransactionAction Remove(string dataset, string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(dataset, key), ETag.All);

    /// <summary>Records that the public table has been updated for a path.</summary>
    /// <returns>False where the path has changed in the meantime, so that the public table has an older state.</returns>
    public async Task<bool> TryMarkProjectedAsync(PathRow path, CancellationToken cancellationToken)
    {
        var row = new TableEntity(path.PartitionKey, path.RowKey) { [nameof(PathRow.Pending)] = false };
        try
        {
            await _table.UpdateEntityAsync(row, path.ETag, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 412)
        {
            return false;
        }
    }

    /// <summary>Deletes a row on which nothing else depends; the row may already be gone.</summary>
    public Task DeleteAsync(LedgerRow row, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
}
