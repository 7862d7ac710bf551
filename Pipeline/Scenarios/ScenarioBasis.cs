using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Scenarios;

/// <summary>What a published run keeps so that scenarios can be asked of it: all that they need beside its forecasts.</summary>
internal sealed record ScenarioBasis(
    string Run,
    DateOnly Origin,
    int Horizon,
    string City,
    IReadOnlyList<Area> Areas,
    IReadOnlyDictionary<string, string> ServiceNames,
    IReadOnlyList<CapacitySteps> Capacities,
    ScenarioFacts Facts)
{
    public static ScenarioBasis Of(RunPlan plan, ScenarioFacts facts) =>
        new(plan.Run, plan.Origin, plan.Horizon, plan.City, plan.Areas, plan.ServiceNames, plan.Capacities, facts);

    /// <summary>Makes series of the forecasts of communities' services.</summary>
    public IReadOnlyList<ScenarioSeries> Series(IEnumerable<(string Community, string Service, ForecastDemand Demand)> forecasts)
    {
        var parents = Areas.ToDictionary(area => (area.Level, area.Code), area => area.Parent!);
        var services = Facts.Services.ToDictionary(service => service.Code, StringComparer.Ordinal);
        var capacities = Capacities.ToDictionary(steps => (steps.Community, steps.Service));
        return
        [
            .. forecasts.Select(of =>
            {
                var subdistrict = parents[(AreaLevel.Community, of.Community)];
                var service = services[of.Service];
                capacities.TryGetValue((of.Community, of.Service), out var steps);
                double?[] capacity = [.. Enumerable.Range(1, Horizon).Select(day => steps?.On(Origin.AddDays(day)))];
                return new ScenarioSeries(
                    parents[(AreaLevel.Subdistrict, subdistrict)], subdistrict, of.Community, Domain.Catalogue.NeedClasses.Code(service.NeedClass), of.Service,
                    service.ElderlySensitive, of.Demand, capacity);
            }),
        ];
    }
}
