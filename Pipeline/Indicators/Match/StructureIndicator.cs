using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>
/// The structural dimension of table <c>MatchDimensions</c>: how forecast demand and capacity of the horizon differ in kind. Only
/// place-days (or weeks, months) with known capacity count, as in table <c>SupplyDemand</c>: unknown capacity is not zero capacity.
/// </summary>
internal sealed class StructureIndicator : IForecastIndicator
{
    public PlacedTable Table => MatchDimensionsRow.Table;

    public Task<IReadOnlyList<PlacedRow>> ComputeAsync(RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var capacities = plan.Capacities.ToDictionary(steps => (steps.Community, steps.Service));
        var tallies = new Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), StructureTally>();
        foreach (var row in nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Forecast.Node.IsBottom && capacities.TryGetValue((row.Area, row.Scope.Code), out var steps))
                Add(tallies, row, steps, plan);
        }

        var (from, to) = (plan.Periods.First, plan.Periods.Last);
        return Task.FromResult<IReadOnlyList<PlacedRow>>(
        [
            .. tallies.SelectMany(tally => tally.Value.Measures(tally.Key.Scope == ServiceScope.All, from, to)
                .Select(measure => measure.At(tally.Key.Level, tally.Key.Area, tally.Key.Scope))),
        ]);
    }

    private static void Add(
        Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), StructureTally> tallies, NodeRow row, CapacitySteps steps,
        RunPlan plan)
    {
        var (demand, supply) = (0.0, 0.0);
        foreach (var capacity in steps.Over(plan.Periods))
        {
            demand += row.Forecast.Mean[capacity.Period];
            supply += capacity.Visits;
        }

        var key = CitySchema.Key(row.Forecast.Node.Values);
        foreach (var target in SupplyTally.Targets(plan.City, key))
        {
            if (!tallies.TryGetValue(target, out var tally)) tallies.Add(target, tally = new StructureTally());
            tally.Add(key.Community, key.Service, key.NeedClass, plan.SupplyTypes.GetValueOrDefault(key.Service), demand, supply);
        }
    }
}
