namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>What happens to daily sums of cells (community, service, day, group) that other files have too.</summary>
internal enum OverlapRule
{
    /// <summary>The file waits where its figures agree with theirs, as if the same sums came again; others are added.</summary>
    Hold,

    /// <summary>Its cells take the place of those of older files.</summary>
    Replace,

    /// <summary>Both count.</summary>
    Add,

    /// <summary>The file is rejected.</summary>
    Refuse,
}
