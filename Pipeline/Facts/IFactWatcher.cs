using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>A watcher that counts facts of the large datasets while a <see cref="FactPass"/> streams them.</summary>
internal interface IFactWatcher
{
    /// <summary>Answers to count; null for none.</summary>
    FactWatch<FeedbackFact>? Feedback { get; }

    /// <summary>Usage to count; null for none.</summary>
    FactWatch<UsageFact>? Usage { get; }
}

/// <summary>Facts of a dataset that a watcher counts.</summary>
/// <param name="First">First day of the facts.</param>
/// <param name="Count">Called for each fact from the first day to the origin.</param>
internal sealed record FactWatch<T>(DateOnly First, Action<T> Count)
{
    /// <summary>Whether facts of communities outside the area tree count as well.</summary>
    public bool Everywhere { get; init; }
}
