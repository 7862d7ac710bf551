using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>Demand of some series over the horizon, and its balance with capacity where capacity is known. Totals can be added.</summary>
/// <param name="Demand">Expected person-visits over all days.</param>
/// <param name="Lower">Expected person-visits where the assumption of the scenario is at its 2.5% quantile.</param>
/// <param name="Upper">Expected person-visits where the assumption of the scenario is at its 97.5% quantile.</param>
/// <param name="Balance">Balance of the days with known capacity.</param>
public readonly record struct ScenarioTotals(double Demand, double Lower, double Upper, SupplyBalance Balance)
{
    public static ScenarioTotals operator +(ScenarioTotals a, ScenarioTotals b) =>
        new(a.Demand + b.Demand, a.Lower + b.Lower, a.Upper + b.Upper, a.Balance + b.Balance);

    public static ScenarioTotals operator -(ScenarioTotals a, ScenarioTotals b) =>
        new(a.Demand - b.Demand, a.Lower - b.Lower, a.Upper - b.Upper, a.Balance - b.Balance);

    /// <summary>Totals of days without an uncertain assumption.</summary>
    /// <param name="demand">Demand of each day.</param>
    /// <param name="capacity">Capacity of each day; null where unknown.</param>
    public static ScenarioTotals Of(IReadOnlyList<PredictiveDistribution> demand, IReadOnlyList<double?> capacity)
    {
        var (sum, balance) = (0.0, default(SupplyBalance));
        for (var day = 0; day < demand.Count; day++)
        {
            sum += demand[day].Mean;
            if (capacity[day] is { } known) balance += SupplyBalance.OfDay(demand[day], known);
        }

        return new ScenarioTotals(sum, sum, sum, balance);
    }
}
