using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Pipeline.Plans;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>Combines forecasts with capacities and with the services' sensitivity to ageing.</summary>
internal static class ScenarioSeriesMaker
{
    public static IReadOnlyList<ScenarioSeries> Of(IEnumerable<DemandSeries> series, WhatIfBasis basis)
    {
        var elderly = basis.Facts.Services.Where(service => service.ElderlySensitive)
            .Select(service => service.Code).ToHashSet(StringComparer.Ordinal);
        var capacities = basis.Capacities.ToDictionary(steps => (steps.Community, steps.Service));
        return
        [
            .. series.Select(of =>
            {
                capacities.TryGetValue((of.Key.Community, of.Key.Service), out var steps);
                double?[] capacity = [.. Enumerable.Range(1, basis.Horizon).Select(day => steps?.On(basis.Origin.AddDays(day)))];
                return new ScenarioSeries(of.Key, elderly.Contains(of.Key.Service), of.Demand, capacity);
            }),
        ];
    }
}
