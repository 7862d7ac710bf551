using CommunityDemand.Pipeline.Ingest.Periods;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>What the first pass over a file's rows remembers of them.</summary>
internal sealed class FirstPass : IDisposable
{
    /// <summary>Keys of rows that something identifies.</summary>
    public RowKeySorter Keys { get; } = new();

    /// <summary>Rows of daily sums that nothing identifies.</summary>
    public RowTrail Trail { get; } = new();

    /// <summary>Dates of sums that say no period.</summary>
    public DateRhythm Dates { get; } = new();

    /// <summary>Period that the dates of all rows tell; null where they tell none.</summary>
    public FoundPeriod? Period { get; set; }

    public void Dispose()
    {
        Keys.Dispose();
        Trail.Dispose();
    }
}
