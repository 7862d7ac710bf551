using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Indicators.Satisfaction;

/// <summary>Sums answers up by community as they stream past, then over areas. Memory grows with communities, services and quarters, not with answers.</summary>
internal sealed class SatisfactionTally(IndicatorScope scope)
{
    /// <summary>Quarters that are told, the origin's included.</summary>
    public const int QuartersBack = 8;

    private readonly Dictionary<string, Dictionary<SatisfactionKey, Ratings>> _communities = new(StringComparer.Ordinal);

    /// <summary>First days of the quarters.</summary>
    public IReadOnlyList<DateOnly> Periods { get; } = [.. CalendarQuarter.UpTo(scope.Origin, QuartersBack).Select(quarter => quarter.First)];

    /// <summary>First day of the year to the origin.</summary>
    public DateOnly YearFirst { get; } = scope.Origin.AddYears(-1).AddDays(1);

    public void Add(FeedbackFact fact)
    {
        if (!scope.Areas.TryGet(AreaLevel.Community, fact.Community, out _)) return;
        if (!_communities.TryGetValue(fact.Community, out var ratings)) _communities.Add(fact.Community, ratings = []);
        var (sum, rated) = (0, 0);
        foreach (var (dimension, score) in Scores(fact))
        {
            if (score is not { } given) continue;
            (sum, rated) = (sum + given, rated + 1);
            Add(ratings, fact, dimension, given, 1);
        }

        if (rated > 0) Add(ratings, fact, SatisfactionDimension.Overall, sum, rated);
    }

    /// <summary>The ratings of every area, communities' first.</summary>
    public Dictionary<(Area Area, SatisfactionKey Key), Ratings> Sum()
    {
        var sums = new Dictionary<(Area, SatisfactionKey), Ratings>();
        foreach (var (community, ratings) in _communities.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var area in scope.AreasOf(community))
            {
                foreach (var (key, more) in ratings) sums[(area, key)] = sums.GetValueOrDefault((area, key)) + more;
            }
        }

        return sums;
    }

    private void Add(Dictionary<SatisfactionKey, Ratings> ratings, FeedbackFact fact, SatisfactionDimension dimension, int sum, int rated)
    {
        foreach (var key in Keys(fact, dimension)) ratings[key] = ratings.GetValueOrDefault(key).With(sum, rated);
    }

    private IEnumerable<SatisfactionKey> Keys(FeedbackFact fact, SatisfactionDimension dimension)
    {
        var quarter = CalendarQuarter.Of(fact.Date).First;
        yield return new(ServiceScope.All, dimension, SatisfactionKey.AllSources, quarter);
        yield return new(ServiceScope.All, dimension, fact.Source, quarter);
        if (fact.Date < YearFirst) yield break;
        yield return new(ServiceScope.All, dimension, SatisfactionKey.AllSources, null);
        yield return new(ServiceScope.All, dimension, fact.Source, null);
        if (fact.Service is not { } service) yield break;
        yield return new(ServiceScope.OfNeedClass(scope.Services[service].NeedClass.Code()), dimension, SatisfactionKey.AllSources, null);
        yield return new(ServiceScope.OfService(service), dimension, SatisfactionKey.AllSources, null);
    }

    private static (SatisfactionDimension Dimension, int? Score)[] Scores(FeedbackFact fact) =>
    [
        (SatisfactionDimension.Content, fact.Content),
        (SatisfactionDimension.Efficiency, fact.Efficiency),
        (SatisfactionDimension.Attitude, fact.Attitude),
        (SatisfactionDimension.Sustainability, fact.Sustainability),
        (SatisfactionDimension.Innovation, fact.Innovation),
    ];
}
