using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Indicators.Satisfaction;

/// <summary>Table <c>Satisfaction</c>: how people rate services, where that stands off the city beyond chance, and where residents, staff and third parties see it differently.</summary>
internal sealed class SatisfactionIndicator(IFactReader facts) : IFactIndicator
{
    private const string YearKind = "year";
    private const string QuarterKind = "quarter";

    public PublicTable Table => PublicTable.Satisfaction;

    public async Task<IReadOnlyList<IndicatorRow>> ComputeAsync(IndicatorScope scope, CancellationToken cancellationToken)
    {
        var tally = new SatisfactionTally(scope);
        await foreach (var fact in facts.ReadFeedbackAsync(tally.Periods[0], scope.Origin, cancellationToken)) tally.Add(fact);
        var ratings = tally.Sum();
        var sources = Sources(ratings);
        var rows = new List<IndicatorRow>();
        foreach (var pool in ratings.Keys.Where(cell => cell.Key.IsPublishedAt(cell.Area.Level)).GroupBy(cell => (cell.Area.Level, cell.Key)))
        {
            var key = pool.Key.Key;
            var (first, last) = key.Quarter is { } quarter ? (quarter, CalendarQuarter.Of(quarter).Last) : (tally.YearFirst, scope.Origin);
            var period = new PeriodColumns(key.IsYear ? YearKind : QuarterKind, first, last < scope.Origin ? last : scope.Origin);
            var compared = Compare([.. pool.Select(cell => cell.Area)], key, ratings, scope.Areas.City);
            foreach (var (area, _) in pool)
            {
                var trend = key.IsYear ? Trend(area, key, tally.Periods, ratings) : null;
                rows.Add(Row(area, key, period, ratings[(area, key)], compared.GetValueOrDefault(area), trend, sources.GetValueOrDefault((area, key))));
            }
        }

        return rows;
    }

    /// <summary>The areas of a pool that have answers enough, compared, with their rank among those of one parent.</summary>
    private static Dictionary<Area, RankedArea> Compare(
        Area[] pool, SatisfactionKey key, Dictionary<(Area, SatisfactionKey), Ratings> ratings, Area city)
    {
        Area[] areas = [.. pool.Where(area => !ratings[(area, key)].AreTooFew).OrderBy(area => area.Code, StringComparer.Ordinal)];
        var compared = AreaComparison.Compare([.. areas.Select(area => ratings[(area, key)].Index)], ratings[(city, key)].Index);
        return areas.Zip(compared)
            .GroupBy(pair => pair.First.Parent)
            .SelectMany(siblings => siblings.Select(pair => (
                pair.First, Ranked: new RankedArea(pair.Second, 1 + siblings.Count(other => other.Second.Shrunk > pair.Second.Shrunk), siblings.Count()))))
            .ToDictionary(pair => pair.First, pair => pair.Ranked);
    }

    /// <summary>How far residents, staff and third parties are apart, by area and dimension, over the year.</summary>
    private static Dictionary<(Area, SatisfactionKey), ComparedSources> Sources(Dictionary<(Area Area, SatisfactionKey Key), Ratings> ratings)
    {
        var found = new Dictionary<(Area, SatisfactionKey), ComparedSources>();
        var bySource = ratings
            .Where(cell => cell.Key.Key is { IsYear: true, IsWhole: false } key && key.Scope == ServiceScope.All)
            .GroupBy(cell => (cell.Key.Area, cell.Key.Key.Dimension))
            .GroupBy(area => (area.Key.Area.Level, area.Key.Dimension));
        foreach (var family in bySource)
        {
            IGrouping<(Area Area, SatisfactionDimension Dimension), KeyValuePair<(Area, SatisfactionKey Key), Ratings>>[] areas = [.. family];
            var compared = SourceComparison.Compare([.. areas.Select(area => area.ToDictionary(cell => cell.Key.Key.Source, cell => cell.Value.Index))]);
            foreach (var (area, sources) in areas.Zip(compared))
            {
                if (sources is not null) found.Add((area.Key.Area, new(ServiceScope.All, area.Key.Dimension, SatisfactionKey.AllSources, null)), sources);
            }
        }

        return found;
    }

    /// <summary>Change of the index in points a year over the quarters that have answers enough, each weighing by its answers.</summary>
    private static LinearTrend? Trend(Area area, SatisfactionKey key, IReadOnlyList<DateOnly> quarters, Dictionary<(Area, SatisfactionKey), Ratings> ratings) =>
        LinearTrend.Fit(
        [
            .. quarters
                .Select(quarter => (Quarter: quarter, Ratings: ratings.GetValueOrDefault((area, key with { Quarter = quarter }))))
                .Where(point => !point.Ratings.AreTooFew)
                .Select(point => (CalendarQuarter.Of(point.Quarter).YearsSince(CalendarQuarter.Of(quarters[0])), point.Ratings.Index.Mean, (double)point.Ratings.Count)),
        ]);

    private static IndicatorRow Row(
        Area area, SatisfactionKey key, PeriodColumns period, Ratings ratings, RankedArea? ranked, LinearTrend? trend, ComparedSources? sources)
    {
        Proportion? satisfied = ratings.AreTooFew ? null : new Proportion(ratings.Satisfied, ratings.Count);
        var interval = satisfied?.Wilson();
        double? index = ratings.AreTooFew ? null : ratings.Index.Mean;
        double? mean = ratings.AreTooFew ? null : ratings.Likert.Mean;
        double? deviation = ratings.AreTooFew ? null : Math.Sqrt(ratings.Likert.Variance);
        var inCity = area.Level == AreaLevel.City ? null : ranked?.Compared;
        return new IndicatorRow(
            area.Level,
            area.Code,
            key.Scope,
            [key.Dimension.Code(), key.Source, period.Kind, $"{period.First:yyyyMMdd}"],
            [
                key.Dimension.Code(), key.Source, period.Kind, period.First, period.Last, ratings.Count, ratings.AreTooFew,
                mean, deviation, satisfied?.Share, interval?.Lower, interval?.Upper, index, key.Dimension.Reference(),
                inCity?.Gap, inCity?.AdjustedPValue, inCity?.AdjustedPValue is null ? null : inCity.Standing.Code(),
                ranked?.Compared.Shrunk, ranked?.Compared.Reliability, ranked?.Rank, ranked?.Of,
                trend?.Slope, trend?.StandardError, trend?.PValue,
                sources?.Gap, sources?.Lowest, sources?.Highest, sources?.AdjustedPValue, sources?.Disagree,
            ]);
    }

    private readonly record struct PeriodColumns(string Kind, DateOnly First, DateOnly Last);

    private sealed record RankedArea(ComparedArea Compared, int Rank, int Of);
}
