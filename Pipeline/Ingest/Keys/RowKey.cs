namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>What makes a row the same as another, hashed, and the row's place in its file.</summary>
/// <param name="Hash">Hash of the id, or of all values where a dataset has no ids.</param>
/// <param name="Row">Number of the row in its file.</param>
/// <param name="Content">Hash of the values beside the id, by which a repetition is told from a conflict.</param>
internal readonly record struct RowKey(UInt128 Hash, long Row, ulong Content) : IComparable<RowKey>
{
    public const int Bytes = 32;

    public int CompareTo(RowKey other)
    {
        var byHash = Hash.CompareTo(other.Hash);
        return byHash != 0 ? byHash : Row.CompareTo(other.Row);
    }
}
