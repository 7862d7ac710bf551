using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>
/// A holiday within the horizon moves to another day of the horizon: the two days are exchanged. The new day gets the demand of the
/// holiday unchanged. The old day gets the demand of the new day, times the ratio of the levels of their weekdays. The level of a weekday
/// is the median over the days of that weekday in the horizon, over all series of the service; a single holiday thus hardly changes it.
/// The scenario uses the forecast of the days and does not run the model again.
/// </summary>
/// <param name="From">Index of the current day of the holiday.</param>
/// <param name="To">Index of the new day of the holiday.</param>
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
