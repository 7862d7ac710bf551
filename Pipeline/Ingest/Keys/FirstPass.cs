namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>What the first pass over a file's rows remembers of them.</summary>
internal sealed class FirstPass : IDisposable
{
    /// <summary>Keys of rows that something identifies.</summary>
    public RowKeySorter Keys { get; } = new();

    /// <summary>Rows of daily sums that nothing identifies.</summary>
    public RowTrail Trail { get; } = new();

    public void Dispose()
    {
        Keys.Dispose();
        Trail.Dispose();
    }
}
