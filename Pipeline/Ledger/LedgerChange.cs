using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>Changes of one commit to a dataset's partition of the ledger.</summary>
internal sealed class LedgerChange(string dataset)
{
    private readonly Dictionary<string, TableTransactionAction> _actions = [];

    public string Dataset => dataset;

    public IEnumerable<TableTransactionAction> Actions => _actions.Values;

    /// <summary>Owners whose facts no longer count, or are read again.</summary>
    public HashSet<string> Leaving { get; } = [];

    /// <summary>Owner that keeps the new facts, because the content of the path is unchanged; null for a new owner.</summary>
    public string? Owner { get; set; }

    /// <summary>Paths whose rows in the public table must be updated.</summary>
    public List<string> Paths { get; } = [];

    public void Put(LedgerRow row, string key)
    {
        row.PartitionKey = dataset;
        row.RowKey = key;
        _actions[key] = UploadLedger.Put(row);
    }

    public void Put(PathRow row)
    {
        row.Pending = true;
        Put(row, LedgerKeys.Path(row.Path));
        Paths.Add(row.Path);
    }

    /// <summary>Removes facts from the current ones.</summary>
    public void Retire(LiveRow live, DateTimeOffset now)
    {
        Leaving.Add(live.Owner);
        Remove(live.RowKey);
        Remove(LedgerKeys.Content(live.Content));
        for (var number = 0; number < live.Needs; number++) Remove(LedgerKeys.Need(live.Owner, number));
        for (var number = 0; number < live.Days; number++) Remove(LedgerKeys.Days(live.Owner, number));
        Put(new DeadRow { UploadId = live.UploadId, Parts = live.Parts, Since = now }, LedgerKeys.Dead(live.UploadId));
    }

    /// <summary>Removes an existing row. A later Put of the same row wins, because a transaction may name a row only once.</summary>
    public void Remove(string key) => _actions[key] = UploadLedger.Remove(dataset, key);
}
