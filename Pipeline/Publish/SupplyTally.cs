using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>
/// Capacity against expected demand for every area, over the horizon. Only communities' own balances are computed, day by day, where
/// capacity is known; the areas and services above are their sums.
/// </summary>
internal sealed class SupplyTally
{
    private readonly Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), Balance> _balances = [];
    private readonly int _horizon;

    private SupplyTally(int horizon) => _horizon = horizon;

    public static IReadOnlyList<SupplyRow> Of(IReadOnlyList<NodeRow> nodes, RunPlan plan)
    {
        var tally = new SupplyTally(plan.Horizon);
        var capacities = plan.Capacities.ToDictionary(c => (c.Community, c.Service));
        foreach (var row in nodes)
        {
            if (row.Forecast.Node.IsBottom && capacities.TryGetValue((row.Area, row.Scope.Code), out var steps)) tally.Add(row, steps, plan);
        }

        return
        [
            .. tally._balances
                .Select(b => new SupplyRow(b.Key.Level, b.Key.Area, b.Key.Scope, b.Value.Sum, b.Value.WorstDay, b.Value.Shortages[b.Value.WorstDay]))
                .OrderBy(row => row.Level)
                .ThenBy(row => row.Area, StringComparer.Ordinal)
                .ThenBy(row => row.Scope.Level, StringComparer.Ordinal)
                .ThenBy(row => row.Scope.Code, StringComparer.Ordinal),
        ];
    }

    private void Add(NodeRow row, CapacitySteps steps, RunPlan plan)
    {
        var key = row.Forecast.Node.Values;
        var targets = Targets(plan.City, key[0], key[1], key[2], key[3], key[4]).Select(Of).ToArray();
        var forecast = row.Forecast;
        for (var day = 0; day < _horizon; day++)
        {
            if (steps.On(plan.Origin.AddDays(day + 1)) is not { } capacity) continue;
            var demand = new PredictiveDistribution(
                forecast.Mean[day], forecast.Lower95[day], forecast.Lower80[day], forecast.Upper80[day], forecast.Upper95[day]);
            var balance = SupplyBalance.OfDay(demand, capacity);
            foreach (var target in targets) target.Add(day, balance);
        }
    }

    private Balance Of((AreaLevel, string, ServiceScope) target)
    {
        if (!_balances.TryGetValue(target, out var balance)) _balances.Add(target, balance = new Balance(_horizon));
        return balance;
    }

    /// <summary>The areas and service scopes that a community's service counts in.</summary>
    public static IEnumerable<(AreaLevel Level, string Area, ServiceScope Scope)> Targets(
        string city, string district, string subdistrict, string community, string needClass, string service)
    {
        foreach (var scope in (ServiceScope[])[ServiceScope.OfService(service), ServiceScope.OfNeedClass(needClass), ServiceScope.All])
        {
            yield return (AreaLevel.Community, community, scope);
            yield return (AreaLevel.Subdistrict, subdistrict, scope);
            yield return (AreaLevel.District, district, scope);
            yield return (AreaLevel.City, city, scope);
        }
    }

    private sealed class Balance(int horizon)
    {
        public SupplyBalance Sum { get; private set; }

        public double[] Shortages { get; } = new double[horizon];

        public int WorstDay => Array.IndexOf(Shortages, Shortages.Max());

        public void Add(int day, SupplyBalance balance)
        {
            Sum += balance;
            Shortages[day] += balance.Shortage;
        }
    }
}

/// <summary>One row of table <c>SupplyDemand</c>.</summary>
/// <param name="WorstDay">Index of the day with the largest expected shortage.</param>
/// <param name="WorstShortage">Expected person-visits short on that day.</param>
internal sealed record SupplyRow(
    AreaLevel Level, string Area, ServiceScope Scope, SupplyBalance Balance, int WorstDay, double WorstShortage);
