namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>What makes a row the same as another, hashed, and the row's place in its file.</summary>
internal readonly record struct RowKey(UInt128 Hash, long Row) : IComparable<RowKey>
{
    public const int Bytes = 24;

    public int CompareTo(RowKey other)
    {
        var byHash = Hash.CompareTo(other.Hash);
        return byHash != 0 ? byHash : Row.CompareTo(other.Row);
    }
}
