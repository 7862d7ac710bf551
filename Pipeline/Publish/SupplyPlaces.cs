using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>Brings a run's forecasts and capacities together.</summary>
internal sealed class SupplyPlaces(RunPlan plan)
{
    private readonly Dictionary<(string Community, string Service), CapacitySteps> _capacities = plan.Capacities.ToDictionary(c => (c.Community, c.Service));

    /// <summary>The places among nodes, made as they are asked for: all of a large city's distributions at once would take more memory than its forecasts.</summary>
    public IEnumerable<SupplyPlace> Of(IEnumerable<NodeRow> nodes)
    {
        foreach (var row in nodes)
        {
            if (!row.Forecast.Node.IsBottom || !_capacities.TryGetValue((row.Area, row.Scope.Code), out var steps)) continue;
            SupplyDay[] days = [.. DaysOf(row, steps)];
            var key = row.Forecast.Node.Values;
            if (days.Length > 0) yield return new SupplyPlace(plan.City, key[0], key[1], key[2], key[3], key[4], days);
        }
    }

    private IEnumerable<SupplyDay> DaysOf(NodeRow row, CapacitySteps steps)
    {
        var forecast = row.Forecast;
        for (var day = 0; day < plan.Horizon; day++)
        {
            if (steps.At(plan.Origin.AddDays(day + 1)) is not { } step) continue;
            yield return new SupplyDay(
                day,
                new PredictiveDistribution(forecast.Mean[day], forecast.Lower95[day], forecast.Lower80[day], forecast.Upper80[day], forecast.Upper95[day]),
                step);
        }
    }
}
