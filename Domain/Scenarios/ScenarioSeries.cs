using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>Forecast of a service in a community, over the periods of a horizon.</summary>
/// <param name="Key">Key of the series.</param>
/// <param name="ElderlySensitive">Whether demand follows the share of residents aged 60 and over.</param>
/// <param name="Demand">Demand of each period, in person-visits.</param>
/// <param name="Capacity">Person-visits that can be served in each period; null where capacity is unknown.</param>
/// <param name="OpenDays">Days of each period on which the service is open: 1 where periods are days and capacity is known.</param>
public sealed record ScenarioSeries(
    SeriesKey Key,
    bool ElderlySensitive,
    IReadOnlyList<PredictiveDistribution> Demand,
    IReadOnlyList<double?> Capacity,
    IReadOnlyList<double> OpenDays)
{
    /// <summary>Totals of the forecast, without any scenario.</summary>
    public ScenarioTotals Totals => ScenarioTotals.Of(Demand, Capacity);

    public string Community => Key.Community;

    public string Service => Key.Service;

    /// <summary>Whether the series lies in an area, given by the code of a community, a subdistrict or a district.</summary>
    public bool IsIn(string area) => Key.Community == area || Key.Subdistrict == area || Key.District == area;

    /// <summary>The demand of each period, multiplied by a factor for the period.</summary>
    public PredictiveDistribution[] Scaled(Func<int, double> factor) =>
        [.. Demand.Select((day, i) => factor(i) is var times && times == 1 ? day : day.Scale(times))];
}
