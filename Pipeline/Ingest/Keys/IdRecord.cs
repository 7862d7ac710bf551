namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>An id that counts.</summary>
/// <param name="Hash">Hash of the id.</param>
/// <param name="Owner">The upload that has it.</param>
/// <param name="Content">Hash of its row's other values.</param>
internal readonly record struct IdRecord(UInt128 Hash, ulong Owner, ulong Content) : IComparable<IdRecord>
{
    /// <summary>Stands in segments of earlier versions: every row of the id is a repetition.</summary>
    public const ulong UnknownContent = 0;

    /// <summary>Whether a row of the id says nothing else.</summary>
    public bool IsRepeatedBy(ulong content) => Content == UnknownContent || Content == content;

    public int CompareTo(IdRecord other)
    {
        var byHash = Hash.CompareTo(other.Hash);
        return byHash != 0 ? byHash : Owner.CompareTo(other.Owner);
    }
}
