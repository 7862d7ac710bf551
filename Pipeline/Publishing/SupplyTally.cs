using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Supply;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>
/// Balance of capacity and expected demand for every area, over the horizon. Only the balances of communities' services are computed,
/// period by period, where capacity is known; larger areas and scopes are their sums.
/// </summary>
internal sealed class SupplyTally
{
    private readonly Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), Balance> _balances = [];
    private readonly int _horizon;

    private SupplyTally(int horizon) => _horizon = horizon;

    public static IReadOnlyList<SupplyDemandRow> Of(IReadOnlyList<NodeRow> nodes, RunPlan plan)
    {
        var (tally, periods) = (new SupplyTally(plan.Horizon), plan.Periods);
        foreach (var place in new SupplyPlaces(plan).Of(nodes)) tally.Add(place);

        return
        [
            .. tally._balances
                .Select(b => Row(b.Key, b.Value, periods))
                .OrderBy(row => row.Level)
                .ThenBy(row => row.Area, StringComparer.Ordinal)
                .ThenBy(row => row.Scope.Level, StringComparer.Ordinal)
                .ThenBy(row => row.Scope.Code, StringComparer.Ordinal),
        ];
    }

    private static SupplyDemandRow Row(
        (AreaLevel Level, string Area, ServiceScope Scope) target, Balance balance, HorizonPeriods periods) => new()
        {
            Level = target.Level,
            Area = target.Area,
            Scope = target.Scope,
            From = periods.First,
            To = periods.Last,
            Capacity = balance.Sum.Capacity,
            ExpectedDemand = balance.Sum.Demand,
            ExpectedShortage = balance.Sum.Shortage,
            ExpectedSurplus = balance.Sum.Surplus,
            ShortageProbability = balance.Sum.ShortageProbability,
            Utilisation = balance.Sum.Utilisation,
            MatchRate = balance.Sum.MatchRate,
            Status = balance.Sum.Status.Code(),
            WorstDate = periods[balance.Worst],
            WorstShortage = balance.Shortages[balance.Worst],
        };

    private void Add(SupplyPlace place)
    {
        var targets = place.Targets().Select(Of).ToArray();
        foreach (var (demand, capacity) in place.Periods)
        {
            var balance = SupplyBalance.OfDay(demand, capacity.Visits);
            foreach (var target in targets) target.Add(capacity.Period, balance);
        }
    }

    private Balance Of((AreaLevel, string, ServiceScope) target)
    {
        if (!_balances.TryGetValue(target, out var balance)) _balances.Add(target, balance = new Balance(_horizon));
        return balance;
    }

    /// <summary>Areas and service scopes that include a service of a community.</summary>
    public static IEnumerable<(AreaLevel Level, string Area, ServiceScope Scope)> Targets(string city, SeriesKey key)
    {
        foreach (var scope in ServiceScope.Containing(key.Service, key.NeedClass))
        {
            yield return (AreaLevel.Community, key.Community, scope);
            yield return (AreaLevel.Subdistrict, key.Subdistrict, scope);
            yield return (AreaLevel.District, key.District, scope);
            yield return (AreaLevel.City, city, scope);
        }
    }

    private sealed class Balance(int horizon)
    {
        public SupplyBalance Sum { get; private set; }

        public double[] Shortages { get; } = new double[horizon];

        public int Worst => Array.IndexOf(Shortages, Shortages.Max());

        public void Add(int period, SupplyBalance balance)
        {
            Sum += balance;
            Shortages[period] += balance.Shortage;
        }
    }
}
