using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Streams each large dataset once, past everybody who watches it. A dataset that nobody watches is not read, nor are days before the first
/// that somebody watches.
/// </summary>
internal sealed class FactPass(IFactReader facts)
{
    /// <param name="watchers">Who watches what.</param>
    /// <param name="areas">The city's tree.</param>
    /// <param name="origin">The last day that is read.</param>
    public async Task RunAsync(
        IReadOnlyCollection<IFactWatcher> watchers, AreaTree areas, DateOnly origin, CancellationToken cancellationToken)
    {
        await StreamAsync(
            [.. watchers.Select(watcher => watcher.Feedback).OfType<FactWatch<FeedbackFact>>()],
            first => facts.ReadFeedbackAsync(first, origin, cancellationToken),
            fact => (fact.Community, fact.Date),
            areas);
        await StreamAsync(
            [.. watchers.Select(watcher => watcher.Usage).OfType<FactWatch<UsageFact>>()],
            first => facts.ReadUsageAsync(first, origin, cancellationToken),
            fact => (fact.Community, fact.Date),
            areas);
    }

    private static async Task StreamAsync<T>(
        FactWatch<T>[] watches, Func<DateOnly, IAsyncEnumerable<T>> read, Func<T, (string Community, DateOnly Day)> place, AreaTree areas)
    {
        if (watches.Length == 0) return;
        await foreach (var fact in read(watches.Min(watch => watch.First)))
        {
            var (community, day) = place(fact);
            var isPlaced = areas.TryGet(AreaLevel.Community, community, out _);
            foreach (var watch in watches)
            {
                if (day >= watch.First && (isPlaced || watch.Everywhere)) watch.Count(fact);
            }
        }
    }
}
