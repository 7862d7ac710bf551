using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>
/// What an indicator counts as facts stream past, and the rows that come of it. Facts come in any order: sums must come out the same whatever it is. Visits and ratings are whole numbers, so
/// sums of them are exact.
/// </summary>
/// <param name="Rows">All rows, any order; read once, after the last fact, and made as they are read.</param>
internal sealed record FactTally(Func<IEnumerable<PlacedRow>> Rows)
{
    /// <summary>For an indicator to which there is nothing to say.</summary>
    public static FactTally None { get; } = new(static () => []);

    /// <summary>Which answers it counts; null for none.</summary>
    public FactWatch<FeedbackFact>? Feedback { get; init; }

    /// <summary>Which usage it counts; null for none.</summary>
    public FactWatch<UsageFact>? Usage { get; init; }
}

/// <summary>Facts of a dataset that somebody counts.</summary>
/// <param name="First">Their first day.</param>
/// <param name="Count">Told each fact from that day to the origin, of communities that the city's tree knows.</param>
internal sealed record FactWatch<T>(DateOnly First, Action<T> Count);
