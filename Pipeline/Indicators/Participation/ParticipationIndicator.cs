using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Participation;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Participation;

/// <summary>
/// Table <c>Participation</c>: share of eligible residents who take part in community affairs, by channel and mode, and where the share
/// differs from the city's beyond chance.
/// </summary>
internal sealed class ParticipationIndicator : IFactIndicator
{
    /// <summary>National rates of the handbook.</summary>
    private const double Rate2015 = 0.583;

    private const double Rate2024 = 0.672;
    private const double Points = 100;

    public PlacedTable Table => ParticipationRow.Table;

    public FactTally Begin(IndicatorScope scope)
    {
        var (counted, population) = (scope.Facts.Participation, scope.Facts.Population);
        return new FactTally(() => Rows(scope, ParticipationTally.Of(scope, counted, population)));
    }

    private static IEnumerable<ParticipationRow> Rows(IndicatorScope scope, Dictionary<ParticipationCell, ParticipationSum> cells)
    {
        var trends = cells
            .GroupBy(cell => cell.Key with { Quarter = default })
            .Select(series => (Last: series.Key with { Quarter = series.Max(cell => cell.Key.Quarter) }, Trend: Trend(series)))
            .ToDictionary(series => series.Last, series => series.Trend);
        foreach (var pool in cells.GroupBy(cell => (cell.Key.Area.Level, cell.Key.Breakdown, cell.Key.Category, cell.Key.Quarter)))
        {
            KeyValuePair<ParticipationCell, ParticipationSum>[] areas =
                [.. pool.Where(cell => !cell.Value.Count.AreTooFew).OrderBy(cell => cell.Key.Area.Code, StringComparer.Ordinal)];
            var city = cells[pool.First().Key with { Area = scope.Areas.City }].Count;
            var compared = areas.Zip(RateComparison.Compare([.. areas.Select(area => area.Value.Count)], city))
                .ToDictionary(pair => pair.First.Key, pair => pair.Second);
            foreach (var (cell, sum) in pool)
                yield return Row(cell, sum, compared.GetValueOrDefault(cell), trends.GetValueOrDefault(cell), scope.Origin);
        }
    }

    /// <summary>Change of the rate in percentage points a year, each quarter weighted by its eligible residents.</summary>
    private static LinearTrend? Trend(IEnumerable<KeyValuePair<ParticipationCell, ParticipationSum>> series)
    {
        KeyValuePair<ParticipationCell, ParticipationSum>[] quarters = [.. series.Where(cell => !cell.Value.Count.AreTooFew)];
        return LinearTrend.Fit(
        [
            .. quarters.Select(cell => (
                CalendarQuarter.Of(cell.Key.Quarter).YearsSince(CalendarQuarter.Of(quarters[0].Key.Quarter)),
                Points * cell.Value.Count.Rate.Share, cell.Value.Count.Eligible)),
        ]);
    }

    private static ParticipationRow Row(
        ParticipationCell cell, ParticipationSum sum, ComparedRate? compared, LinearTrend? trend, DateOnly origin)
    {
        var count = sum.Count;
        Proportion? rate = count.AreTooFew ? null : count.Rate;
        double? participants = count.AreTooFew ? null : count.Participants;
        double? estimated = count.Eligible > 0 ? count.Estimated / count.Eligible : null;
        var interval = rate?.Wilson();
        var inCity = cell.Area.Level == AreaLevel.City ? null : compared;
        var isTotal = cell.Breakdown == ParticipationBreakdown.Total;
        var last = CalendarQuarter.Of(cell.Quarter).Last;
        return new ParticipationRow
        {
            Level = cell.Area.Level,
            Area = cell.Area.Code,
            Scope = ServiceScope.All,
            Breakdown = cell.Breakdown.Code(),
            Category = cell.Category,
            Period = cell.Quarter,
            PeriodEnd = last < origin ? last : origin,
            Communities = sum.Communities,
            Participants = participants,
            Eligible = count.Eligible,
            EligibleEstimated = estimated,
            Suppressed = count.AreTooFew,
            Rate = rate?.Share,
            Lower95 = interval?.Lower,
            Upper95 = interval?.Upper,
            Reference2015 = isTotal ? Rate2015 : null,
            Reference2024 = isTotal ? Rate2024 : null,
            CityGap = inCity?.Gap,
            CityAdjustedP = inCity?.AdjustedPValue,
            Standing = inCity?.AdjustedPValue is null ? null : inCity.Standing.Code(),
            TrendPoints = trend?.Slope,
            TrendError = trend?.StandardError,
            TrendP = trend?.PValue,
        };
    }
}
