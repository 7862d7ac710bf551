using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>
/// Counts of an indicator while facts are streamed, and its resulting rows. Sums must not depend on the order of the facts. Visits and
/// ratings are whole numbers, so their sums are exact.
/// </summary>
/// <param name="Rows">All rows in any order; read once, after the last fact, and created while reading.</param>
internal sealed record FactTally(Func<IEnumerable<PlacedRow>> Rows) : IFactWatcher, IDisposable
{
    /// <summary>A tally without rows.</summary>
    public static FactTally None { get; } = new(static () => []);

    public FactWatch<FeedbackFact>? Feedback { get; init; }

    public FactWatch<UsageFact>? Usage { get; init; }

    /// <summary>
    /// Trains a model on the counts, after the last fact and before the rows are read. Null for an indicator without a model.
    /// </summary>
    public Action<CancellationToken>? Train { get; init; }

    /// <summary>Temporary file of the tally; null for none.</summary>
    public IDisposable? Scratch { get; init; }

    public void Dispose() => Scratch?.Dispose();
}
