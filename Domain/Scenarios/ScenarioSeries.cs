using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>A community's service as forecast, over the days of a horizon.</summary>
/// <param name="Key">Whose demand it is.</param>
/// <param name="ElderlySensitive">Whether its demand follows the share of residents aged 60 and over.</param>
/// <param name="Demand">Each day's demand, in person-visits.</param>
/// <param name="Capacity">Person-visits that can be served each day; null where nobody knows.</param>
public sealed record ScenarioSeries(
    SeriesKey Key,
    bool ElderlySensitive,
    IReadOnlyList<PredictiveDistribution> Demand,
    IReadOnlyList<double?> Capacity)
{
    /// <summary>As it is forecast.</summary>
    public ScenarioTotals Totals => ScenarioTotals.Of(Demand, Capacity);

    public string Community => Key.Community;

    public string Service => Key.Service;

    /// <summary>Whether it lies in an area, given by the code of a community, a subdistrict or a district.</summary>
    public bool IsIn(string area) => Key.Community == area || Key.Subdistrict == area || Key.District == area;

    /// <summary>Its demand with each day's multiplied by a factor.</summary>
    public PredictiveDistribution[] Scaled(Func<int, double> factor) =>
        [.. Demand.Select((day, i) => factor(i) is var times && times == 1 ? day : day.Scale(times))];
}
