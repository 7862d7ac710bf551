namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>A run of rows that stands in its file a second time.</summary>
/// <param name="First">Where the run stands first, counted in rows of the trail.</param>
/// <param name="Again">Where it stands again.</param>
/// <param name="Length">Its rows.</param>
internal readonly record struct RepeatedBlock(long First, long Again, long Length)
{
    /// <summary>What is shorter may be anything.</summary>
    public const int Shortest = 3;
}
