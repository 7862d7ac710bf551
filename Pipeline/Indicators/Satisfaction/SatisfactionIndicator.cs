using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Satisfaction;

/// <summary>
/// Table <c>Satisfaction</c>: ratings of services, where they differ from the city's beyond chance, and where residents, staff and third
/// parties disagree.
/// </summary>
internal sealed class SatisfactionIndicator : IFactIndicator
{
    private const string YearKind = "year";
    private const string QuarterKind = "quarter";

    public PlacedTable Table => SatisfactionRow.Table;

    public FactTally Begin(IndicatorScope scope)
    {
        var tally = new SatisfactionTally(scope);
        return new FactTally(() => Rows(tally, scope)) { Feedback = new(tally.Periods[0], tally.Add) };
    }

    private static IEnumerable<SatisfactionRow> Rows(SatisfactionTally tally, IndicatorScope scope)
    {
        var ratings = tally.Sum();
        foreach (var level in ratings.GroupBy(area => area.Key.Level))
        {
            var sources = Sources([.. level]);
            foreach (var (key, areas) in ByKey(level))
            {
                var (first, last) =
                    key.Quarter is { } quarter ? (quarter, CalendarQuarter.Of(quarter).Last) : (tally.YearFirst, scope.Origin);
                var period = new PeriodColumns(key.IsYear ? YearKind : QuarterKind, first, last < scope.Origin ? last : scope.Origin);
                foreach (var dimension in SatisfactionDimensions.All.Where(dimension => key.IsPublishedAt(level.Key, dimension)))
                {
                    (Area Area, Ratings Ratings)[] pool = [.. areas.Select(area => (area.Area, area.Ratings[dimension]))
                        .Where(area => area.Item2.Count > 0)];
                    if (pool.Length == 0) continue;
                    var compared = Compare(pool, ratings[scope.Areas.City][key][dimension]);
                    foreach (var (area, sums) in pool)
                    {
                        var trend = key.IsYear ? Trend(ratings[area], key, dimension, tally.Periods) : null;
                        var told = key is { IsYear: true, IsWhole: true } ? sources.GetValueOrDefault((area, dimension)) : null;
                        yield return Row(area, key, dimension, period, sums, compared.GetValueOrDefault(area), trend, told);
                    }
                }
            }
        }
    }

    /// <summary>Areas of one level, grouped by the key of their answers.</summary>
    private static Dictionary<SatisfactionKey, List<(Area Area, DimensionRatings Ratings)>> ByKey(
        IEnumerable<KeyValuePair<Area, Dictionary<SatisfactionKey, DimensionRatings>>> level)
    {
        var byKey = new Dictionary<SatisfactionKey, List<(Area, DimensionRatings)>>();
        foreach (var (area, keys) in level)
        {
            foreach (var (key, ratings) in keys)
            {
                if (!byKey.TryGetValue(key, out var areas)) byKey.Add(key, areas = []);
                areas.Add((area, ratings));
            }
        }

        return byKey;
    }

    /// <summary>Comparison of the areas of a pool that have enough answers, with their rank among the areas of one parent.</summary>
    private static Dictionary<Area, RankedArea> Compare((Area Area, Ratings Ratings)[] pool, Ratings city)
    {
        (Area Area, Ratings Ratings)[] areas = [.. pool.Where(area => !area.Ratings.AreTooFew)
            .OrderBy(area => area.Area.Code, StringComparer.Ordinal)];
        return areas.Zip(
            AreaComparison.Compare([.. areas.Select(area => area.Ratings.Index)], city.Index), (area, compared) =>
                (area.Area, Compared: compared))
            .GroupBy(area => area.Area.Parent)
            .SelectMany(siblings => siblings.Select(one => (
                one.Area,
                Ranked: new RankedArea(
                    one.Compared, 1 + siblings.Count(other => other.Compared.Shrunk > one.Compared.Shrunk), siblings.Count()))))
            .ToDictionary(one => one.Area, one => one.Ranked);
    }

    /// <summary>Differences between residents, staff and third parties, by area of one level and dimension, over the year.</summary>
    private static Dictionary<(Area, SatisfactionDimension), ComparedSources> Sources(
        KeyValuePair<Area, Dictionary<SatisfactionKey, DimensionRatings>>[] level)
    {
        var found = new Dictionary<(Area, SatisfactionDimension), ComparedSources>();
        foreach (var dimension in SatisfactionDimensions.All)
        {
            var areas = level.Select(area => (area.Key, BySource: BySource(area.Value, dimension)))
                .Where(area => area.BySource.Count > 0).ToArray();
            foreach (var (area, sources) in areas.Zip(SourceComparison.Compare([.. areas.Select(area => area.BySource)])))
            {
                if (sources is not null) found.Add((area.Key, dimension), sources);
            }
        }

        return found;
    }

    // In the order of the source names, so that sums do not depend on the order of answers.
    private static Dictionary<string, SampleMoments> BySource(
        Dictionary<SatisfactionKey, DimensionRatings> area, SatisfactionDimension dimension) =>
        area.Where(cell => cell.Key is { IsYear: true, IsWhole: false } && cell.Key.Scope == ServiceScope.All)
            .Where(cell => cell.Value[dimension].Count > 0)
            .OrderBy(cell => cell.Key.Source, StringComparer.Ordinal)
            .ToDictionary(cell => cell.Key.Source, cell => cell.Value[dimension].Index, StringComparer.Ordinal);

    /// <summary>Change of the index in points a year over the quarters with enough answers, each weighted by its answers.</summary>
    private static LinearTrend? Trend(
        Dictionary<SatisfactionKey, DimensionRatings> area, SatisfactionKey key, SatisfactionDimension dimension,
        IReadOnlyList<DateOnly> quarters) =>
        LinearTrend.Fit(
        [
            .. quarters
                .Select(
                    quarter => (Quarter: quarter, Ratings: area.GetValueOrDefault(key with { Quarter = quarter })?[dimension] ?? default))
                .Where(point => !point.Ratings.AreTooFew)
                .Select(
                    point => (
                        CalendarQuarter.Of(point.Quarter).YearsSince(CalendarQuarter.Of(quarters[0])), point.Ratings.Index.Mean,
                        (double)point.Ratings.Count)),
        ]);

    private static SatisfactionRow Row(
        Area area,
        SatisfactionKey key,
        SatisfactionDimension dimension,
        PeriodColumns period,
        Ratings ratings,
        RankedArea? ranked,
        LinearTrend? trend,
        ComparedSources? sources)
    {
        Proportion? satisfied = ratings.AreTooFew ? null : new Proportion(ratings.Satisfied, ratings.Count);
        var interval = satisfied?.Wilson();
        double? index = ratings.AreTooFew ? null : ratings.Index.Mean;
        double? mean = ratings.AreTooFew ? null : ratings.Likert.Mean;
        double? deviation = ratings.AreTooFew ? null : Math.Sqrt(ratings.Likert.Variance);
        var inCity = area.Level == AreaLevel.City ? null : ranked?.Compared;
        return new SatisfactionRow
        {
            Level = area.Level,
            Area = area.Code,
            Scope = key.Scope,
            Dimension = dimension.Code(),
            Source = key.Source,
            PeriodKind = period.Kind,
            Period = period.First,
            PeriodEnd = period.Last,
            Answers = ratings.Count,
            Suppressed = ratings.AreTooFew,
            Mean = mean,
            Deviation = deviation,
            Satisfied = satisfied?.Share,
            SatisfiedLower95 = interval?.Lower,
            SatisfiedUpper95 = interval?.Upper,
            Index = index,
            Reference = dimension.Reference(),
            CityGap = inCity?.Gap,
            CityAdjustedP = inCity?.AdjustedPValue,
            Standing = inCity?.AdjustedPValue is null ? null : inCity.Standing.Code(),
            ShrunkIndex = ranked?.Compared.Shrunk,
            Reliability = ranked?.Compared.Reliability,
            Rank = ranked?.Rank,
            Siblings = ranked?.Of,
            TrendPoints = trend?.Slope,
            TrendError = trend?.StandardError,
            TrendP = trend?.PValue,
            SourceGap = sources?.Gap,
            SourceLowest = sources?.Lowest,
            SourceHighest = sources?.Highest,
            SourceAdjustedP = sources?.AdjustedPValue,
            SourcesDisagree = sources?.Disagree,
        };
    }

    private readonly record struct PeriodColumns(string Kind, DateOnly First, DateOnly Last);

    private sealed record RankedArea(ComparedArea Compared, int Rank, int Of);
}
