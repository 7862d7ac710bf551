using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Satisfaction;

/// <summary>
/// Sums of answers by community while they are streamed, then over areas. Memory grows with communities, services and quarters, not with
/// answers.
/// </summary>
internal sealed class SatisfactionTally(IndicatorScope scope)
{
    /// <summary>Number of quarters reported, including that of the origin.</summary>
    public const int QuartersBack = 8;

    private readonly Dictionary<string, Dictionary<SatisfactionKey, DimensionRatings>> _communities = new(StringComparer.Ordinal);

    /// <summary>First days of the quarters.</summary>
    public IReadOnlyList<DateOnly> Periods { get; } = [.. CalendarQuarter.UpTo(scope.Origin, QuartersBack)
        .Select(quarter => quarter.First)];

    /// <summary>First day of the year up to the origin.</summary>
    public DateOnly YearFirst { get; } = scope.Origin.AddYears(-1).AddDays(1);

    public void Add(FeedbackFact fact)
    {
        ReadOnlySpan<int?> scores = [fact.Content, fact.Efficiency, fact.Attitude, fact.Sustainability, fact.Innovation];
        if (!scores.ContainsAnyExcept((int?)null)) return;
        if (!_communities.TryGetValue(fact.Community, out var ratings)) _communities.Add(fact.Community, ratings = []);
        foreach (var key in Keys(fact))
        {
            if (!ratings.TryGetValue(key, out var sums)) ratings.Add(key, sums = new DimensionRatings());
            sums.Add(scores);
        }
    }

    /// <summary>Ratings of every area; those of communities are the counts themselves.</summary>
    public Dictionary<Area, Dictionary<SatisfactionKey, DimensionRatings>> Sum()
    {
        var sums = new Dictionary<Area, Dictionary<SatisfactionKey, DimensionRatings>>();
        foreach (var (community, ratings) in _communities.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var area in scope.AreasOf(community))
            {
                if (area.Level == AreaLevel.Community) sums.Add(area, ratings);
                else AddTo(sums, area, ratings);
            }
        }

        return sums;
    }

    private static void AddTo(
        Dictionary<Area, Dictionary<SatisfactionKey, DimensionRatings>> sums, Area area,
        Dictionary<SatisfactionKey, DimensionRatings> ratings)
    {
        if (!sums.TryGetValue(area, out var whole)) sums.Add(area, whole = []);
        foreach (var (key, more) in ratings)
        {
            if (!whole.TryGetValue(key, out var sum)) whole.Add(key, sum = new DimensionRatings());
            sum.Add(more);
        }
    }

    private SatisfactionKey[] Keys(FeedbackFact fact)
    {
        var quarter = CalendarQuarter.Of(fact.Date).First;
        SatisfactionKey[] ofQuarter =
            [new(ServiceScope.All, SatisfactionKey.AllSources, quarter), new(ServiceScope.All, fact.Source, quarter)];
        if (fact.Date < YearFirst) return ofQuarter;
        SatisfactionKey[] ofYear =
            [.. ofQuarter, new(ServiceScope.All, SatisfactionKey.AllSources, null), new(ServiceScope.All, fact.Source, null)];
        return fact.Service is not { } service
            ? ofYear
            :
            [
                .. ofYear,
                new(ServiceScope.OfNeedClass(scope.Services[service].NeedClass.Code()), SatisfactionKey.AllSources, null),
                new(ServiceScope.OfService(service), SatisfactionKey.AllSources, null),
            ];
    }
}
