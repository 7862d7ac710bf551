using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Supply;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>Combines the forecasts and capacities of a run.</summary>
internal sealed class SupplyPlaces(string city, DateOnly origin, IEnumerable<CapacitySteps> capacities)
{
    private readonly Dictionary<(string Community, string Service), CapacitySteps> _capacities = capacities.ToDictionary(
        c => (c.Community, c.Service));

    public SupplyPlaces(RunPlan plan)
        : this(plan.City, plan.Origin, plan.Capacities)
    {
    }

    /// <inheritdoc cref="Of(IEnumerable{DemandSeries})"/>
    public IEnumerable<SupplyPlace> Of(IEnumerable<NodeRow> nodes) => Of(DemandSeries.Of(nodes));

    /// <summary>
    /// Places of series, created on request: all distributions of a large city together would need more memory than its forecasts.
    /// </summary>
    public IEnumerable<SupplyPlace> Of(IEnumerable<DemandSeries> series)
    {
        foreach (var one in series)
        {
            if (!_capacities.TryGetValue((one.Key.Community, one.Key.Service), out var steps)) continue;
            SupplyDay[] days = [.. DaysOf(one.Demand, steps)];
            if (days.Length > 0) yield return new SupplyPlace(city, one.Key, days);
        }
    }

    private IEnumerable<SupplyDay> DaysOf(ForecastDemand demand, CapacitySteps steps)
    {
        for (var day = 0; day < demand.Count; day++)
        {
            if (steps.At(origin.AddDays(day + 1)) is { } step) yield return new SupplyDay(day, demand[day], step);
        }
    }
}
