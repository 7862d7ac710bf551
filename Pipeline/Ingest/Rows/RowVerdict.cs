namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>What becomes of a row.</summary>
/// <param name="Kind">Kept, rejected or a duplicate.</param>
/// <param name="Column">The column at fault; empty where it is the row as a whole.</param>
/// <param name="Reason">Why it is not kept.</param>
internal readonly record struct RowVerdict(RowVerdictKind Kind, string Column, string Reason)
{
    public static RowVerdict Good => new(RowVerdictKind.Kept, "", "");

    /// <summary>How accounts name it: <c>date: not a date</c>.</summary>
    public string Account => Column.Length == 0 ? Reason : $"{Column}: {Reason}";

    public static RowVerdict Rejected(string column, string reason) => new(RowVerdictKind.Rejected, column, reason);

    public static RowVerdict Duplicate(string reason) => new(RowVerdictKind.Duplicate, "", reason);
}
