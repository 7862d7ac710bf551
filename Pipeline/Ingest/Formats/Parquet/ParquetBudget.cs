namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>What the columns of a file hold together, and how far the file has unpacked.</summary>
internal sealed class ParquetBudget(long fileBytes)
{
    private long _held;
    private long _unpacked;

    /// <summary>Counts bytes that begin, or cease, to be held; false where they are too many.</summary>
    public bool Hold(long bytes) => (_held += bytes) <= ParquetLimits.HeldBytes;

    /// <summary>Counts bytes of a page that is to be unpacked; false where the file is a bomb.</summary>
    public bool Unpack(long bytes) =>
        (_unpacked += bytes) <= ReadLimits.HarmlessInflatedBytes || _unpacked / ReadLimits.InflationRatio <= fileBytes;
}
