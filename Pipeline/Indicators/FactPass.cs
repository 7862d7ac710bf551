using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>Streams each large dataset once, past everybody who counts it. A dataset that nobody counts is not read, nor are days before the first that somebody counts.</summary>
internal sealed class FactPass(IFactReader facts)
{
    public async Task RunAsync(IReadOnlyCollection<FactTally> tallies, IndicatorScope scope, CancellationToken cancellationToken)
    {
        await StreamAsync(
            [.. tallies.Select(tally => tally.Feedback).OfType<FactWatch<FeedbackFact>>()],
            first => facts.ReadFeedbackAsync(first, scope.Origin, cancellationToken),
            fact => (fact.Community, fact.Date),
            scope);
        await StreamAsync(
            [.. tallies.Select(tally => tally.Usage).OfType<FactWatch<UsageFact>>()],
            first => facts.ReadUsageAsync(first, scope.Origin, cancellationToken),
            fact => (fact.Community, fact.Date),
            scope);
    }

    private static async Task StreamAsync<T>(
        FactWatch<T>[] watches, Func<DateOnly, IAsyncEnumerable<T>> read, Func<T, (string Community, DateOnly Day)> place, IndicatorScope scope)
    {
        if (watches.Length == 0) return;
        await foreach (var fact in read(watches.Min(watch => watch.First)))
        {
            var (community, day) = place(fact);
            if (!scope.Areas.TryGet(AreaLevel.Community, community, out _)) continue;
            foreach (var watch in watches)
            {
                if (day >= watch.First) watch.Count(fact);
            }
        }
    }
}
