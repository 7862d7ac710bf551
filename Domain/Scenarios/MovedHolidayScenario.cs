using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>
/// A holiday of the horizon falls on another of its days: the two trade places. The holiday's demand goes to the new day as it is, since a holiday is no Thursday; the
/// old day gets the new one's, times the ratio of their weekdays. A weekday's level is the median over the horizon's days of that weekday, of all series of the service, so that a single
/// holiday does not count. This uses the ratio of days as forecast, not the model's calendar again.
/// </summary>
/// <param name="From">Index of the day on which the holiday falls.</param>
/// <param name="To">Index of the day to which it moves.</param>
public sealed record MovedHolidayScenario(string Code, Message Title, int From, int To) : Scenario(Code, Title)
{
    private const int Week = 7;

    /// <inheritdoc/>
    public override IEnumerable<(int Index, ScenarioTotals Totals)> Apply(IReadOnlyList<ScenarioSeries> series)
    {
        var ratios = series
            .GroupBy(one => one.Service, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Ratio([.. group]), StringComparer.Ordinal);
        for (var i = 0; i < series.Count; i++)
        {
            var one = series[i];
            PredictiveDistribution[] demand = [.. one.Demand];
            (demand[From], demand[To]) = (one.Demand[To].Scale(ratios[one.Service]), one.Demand[From]);
            yield return (i, ScenarioTotals.Of(demand, one.Capacity));
        }
    }

    private double Ratio(ScenarioSeries[] series)
    {
        var (old, other) = (Level(series, From % Week), Level(series, To % Week));
        return other > 0 ? old / other : 1;
    }

    private static double Level(ScenarioSeries[] series, int weekday)
    {
        var days = new List<double>();
        for (var day = weekday; day < series[0].Demand.Count; day += Week) days.Add(series.Sum(one => one.Demand[day].Mean));
        return OrderStatistics.MedianOf(days);
    }
}
