using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// A single pass over the facts: streams each large dataset once to all its watchers. Datasets without watchers, and days before the
/// first watched day, are not read.
/// </summary>
internal sealed class FactPass(IFactReader facts)
{
    /// <param name="watchers">Watchers of the datasets.</param>
    /// <param name="areas">Area tree of the city.</param>
    /// <param name="origin">Last day to read.</param>
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
