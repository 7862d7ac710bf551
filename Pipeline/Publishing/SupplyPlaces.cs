using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Supply;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>Combines the forecasts and capacities of a run.</summary>
internal sealed class SupplyPlaces(string city, HorizonPeriods periods, IEnumerable<CapacitySteps> capacities)
{
    private readonly Dictionary<(string Community, string Service), CapacitySteps> _capacities = capacities.ToDictionary(
        c => (c.Community, c.Service));

    public SupplyPlaces(RunPlan plan)
        : this(plan.City, plan.Periods, plan.Capacities)
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
            SupplyPeriod[] known = [.. steps.Over(periods).Select(capacity => new SupplyPeriod(one.Demand[capacity.Period], capacity))];
            if (known.Length > 0) yield return new SupplyPlace(city, one.Key, known);
        }
    }
}
