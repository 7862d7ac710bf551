using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>Counts facts of the large datasets as a <see cref="FactPass"/> streams them past.</summary>
internal interface IFactWatcher
{
    /// <summary>Which answers it counts; null for none.</summary>
    FactWatch<FeedbackFact>? Feedback { get; }

    /// <summary>Which usage it counts; null for none.</summary>
    FactWatch<UsageFact>? Usage { get; }
}

/// <summary>Facts of a dataset that somebody counts.</summary>
/// <param name="First">Their first day.</param>
/// <param name="Count">Told each fact from that day to the origin.</param>
internal sealed record FactWatch<T>(DateOnly First, Action<T> Count)
{
    /// <summary>Whether facts of communities count that the city's tree does not know.</summary>
    public bool Everywhere { get; init; }
}
