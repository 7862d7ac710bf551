using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>What becomes of a row.</summary>
/// <param name="Kind">Kept, rejected or a duplicate.</param>
/// <param name="Column">The column at fault; empty where it is the row as a whole.</param>
/// <param name="Reason">Why the row is not kept; null of one that is. A reason is made once and not row by row.</param>
internal readonly record struct RowVerdict(RowVerdictKind Kind, string Column, Message? Reason)
{
    public static RowVerdict Good => new(RowVerdictKind.Kept, "", null);

    public static RowVerdict Rejected(string column, Message reason) => new(RowVerdictKind.Rejected, column, reason);

    public static RowVerdict Duplicate(Message reason) => new(RowVerdictKind.Duplicate, "", reason);
}
