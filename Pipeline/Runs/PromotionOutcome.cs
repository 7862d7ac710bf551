namespace CommunityDemand.Pipeline.Runs;

/// <summary>Decision of a night about its model. Tables have the names in lower case.</summary>
internal enum PromotionOutcome
{
    /// <summary>The challenger trained that night became the champion.</summary>
    Promoted,

    /// <summary>The challenger was worse; the champion stays.</summary>
    Rejected,

    /// <summary>The data looked broken, so no challenger was trained; the champion stays.</summary>
    Kept,

    /// <summary>The training gave the champion itself again.</summary>
    Unchanged,

    /// <summary>A setting names the model.</summary>
    Pinned,
}
