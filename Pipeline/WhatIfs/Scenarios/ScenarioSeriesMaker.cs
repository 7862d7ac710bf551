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
        var periods = basis.Periods;
        var capacities = basis.Capacities.ToDictionary(steps => (steps.Community, steps.Service));
        return
        [
            .. series.Select(of =>
            {
                capacities.TryGetValue((of.Key.Community, of.Key.Service), out var steps);
                var (capacity, open) = (new double?[basis.Horizon], new double[basis.Horizon]);
                foreach (var known in steps?.Over(periods) ?? [])
                    (capacity[known.Period], open[known.Period]) = (known.Visits, known.OpenDays);
                return new ScenarioSeries(of.Key, elderly.Contains(of.Key.Service), of.Demand, capacity, open);
            }),
        ];
    }
}
