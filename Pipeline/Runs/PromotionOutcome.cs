namespace CommunityDemand.Pipeline.Runs;

/// <summary>What a night decided about its model. Tables have the names in lower case.</summary>
internal enum PromotionOutcome
{
    /// <summary>The challenger, trained that night, became the champion.</summary>
    Promoted,

    /// <summary>The challenger did worse; the champion went on.</summary>
    Rejected,

    /// <summary>The data looked broken, so no challenger was trained; the champion went on.</summary>
    Kept,

    /// <summary>The training gave the champion itself once more.</summary>
    Unchanged,

    /// <summary>The settings name the model.</summary>
    Pinned,
}
