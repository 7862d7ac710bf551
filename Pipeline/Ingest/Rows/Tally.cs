using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Counts of rows. Read = kept + rejected + duplicates, by construction.</summary>
internal sealed class Tally
{
    private const int MostReasons = 100;

    private readonly Dictionary<(string Column, Message Reason), long> _reasons = [];

    public long Kept { get; private set; }

    public long Rejected { get; private set; }

    public long Duplicates { get; private set; }

    public long Read => Kept + Rejected + Duplicates;

    /// <summary>Rejected and duplicate rows by reason, those of one column together.</summary>
    public IReadOnlyList<MessageRows> Reasons =>
    [
        .. from counted in _reasons
           let column = counted.Key.Column
           let reason = counted.Key.Reason
           orderby column, reason.ToString()
           select new MessageRows(column.Length == 0 ? reason : AccountMessages.InColumn(column, reason), counted.Value),
    ];

    public void Keep() => Kept++;

    public void Reject(string column, Message reason)
    {
        Rejected++;
        Count(column, reason);
    }

    public void Duplicate(Message reason)
    {
        Duplicates++;
        Count("", reason);
    }

    private void Count(string column, Message reason)
    {
        if (!_reasons.ContainsKey((column, reason)) && _reasons.Count >= MostReasons) (column, reason) = ("", AccountMessages.OtherReasons);
        _reasons[(column, reason)] = _reasons.GetValueOrDefault((column, reason)) + 1;
    }
}
