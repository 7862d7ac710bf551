using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>
/// What an indicator counts as facts stream past, and the rows that come of it. Facts come in any order: sums must come out the same whatever it is. Visits and ratings are whole numbers, so
/// sums of them are exact.
/// </summary>
/// <param name="Rows">All rows, any order; read once, after the last fact, and made as they are read.</param>
internal sealed record FactTally(Func<IEnumerable<PlacedRow>> Rows) : IFactWatcher, IDisposable
{
    /// <summary>For an indicator to which there is nothing to say.</summary>
    public static FactTally None { get; } = new(static () => []);

    public FactWatch<FeedbackFact>? Feedback { get; init; }

    public FactWatch<UsageFact>? Usage { get; init; }

    /// <summary>
    /// Trains a model on what was counted: a step after the last fact and before the rows. Null for an indicator without a model.
    /// </summary>
    public Action<CancellationToken>? Train { get; init; }

    /// <summary>What the tally holds on disk; null for none.</summary>
    public IDisposable? Scratch { get; init; }

    public void Dispose() => Scratch?.Dispose();
}
