namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Bytes that are held and used again, grown as needed within the budget.</summary>
internal sealed class PageBuffer(ParquetBudget budget)
{
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Makes room; false where all columns together hold too much. What was in it is lost.</summary>
    public bool Reserve(int length)
    {
        if (Bytes.Length >= length) return true;
        var before = Bytes.Length;
        Bytes = [];
        budget.Hold(-before);
        if (!budget.Hold(length)) return false;
        Bytes = GC.AllocateUninitializedArray<byte>(length);
        return true;
    }
}
