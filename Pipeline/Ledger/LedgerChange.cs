using Azure.Data.Tables;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>Gathers what one commit changes in a dataset's partition of the ledger.</summary>
internal sealed class LedgerChange(string dataset)
{
    private readonly Dictionary<string, TableTransactionAction> _actions = [];

    public string Dataset => dataset;

    public IEnumerable<TableTransactionAction> Actions => _actions.Values;

    /// <summary>Owners whose facts stop counting, or are read again.</summary>
    public HashSet<string> Leaving { get; } = [];

    /// <summary>The owner that the new facts go on under, because the path keeps its content; null for a new one.</summary>
    public string? Owner { get; set; }

    /// <summary>Paths of which the public table must be told.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>What is doubtful about the upload.</summary>
    public List<Message> Doubts { get; } = [];

    /// <summary>What is assumed of the upload beside other files.</summary>
    public List<Message> Assumptions { get; } = [];

    /// <summary>Facts that begin to count; null where none do.</summary>
    public LiveRow? Live { get; private set; }

    /// <summary>Fact files that stop counting.</summary>
    public List<DeadRow> Retired { get; } = [];

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

    /// <summary>Makes facts count.</summary>
    public void Put(LiveRow live)
    {
        Put(live, LedgerKeys.Live(live.Owner));
        Live = live;
    }

    /// <summary>Takes facts out of what counts.</summary>
    public void Retire(LiveRow live, DateTimeOffset now)
    {
        Leaving.Add(live.Owner);
        Remove(live.RowKey);
        Remove(LedgerKeys.Content(live.Content));
        for (var number = 0; number < live.Needs; number++) Remove(LedgerKeys.Need(live.Owner, number));
        for (var number = 0; number < live.Days; number++) Remove(LedgerKeys.Days(live.Owner, number));
        var dead = new DeadRow { UploadId = live.UploadId, Parts = live.Parts, Since = now };
        Retired.Add(dead);
        Put(dead, LedgerKeys.Dead(live.UploadId));
    }

    /// <summary>Removes a row that is there. A later Put of the same row wins: a transaction may name a row once.</summary>
    public void Remove(string key) => _actions[key] = UploadLedger.Remove(dataset, key);
}
