using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>Demand of some series over the horizon, and its balance with capacity where that is known. Totals add up.</summary>
/// <param name="Demand">Expected person-visits, of all days.</param>
/// <param name="Lower">The same where what the scenario assumes is at its 2.5% quantile.</param>
/// <param name="Upper">The same where what the scenario assumes is at its 97.5% quantile.</param>
/// <param name="Balance">Of the days whose capacity is known.</param>
public readonly record struct ScenarioTotals(double Demand, double Lower, double Upper, SupplyBalance Balance)
{
    public static ScenarioTotals operator +(ScenarioTotals a, ScenarioTotals b) =>
        new(a.Demand + b.Demand, a.Lower + b.Lower, a.Upper + b.Upper, a.Balance + b.Balance);

    public static ScenarioTotals operator -(ScenarioTotals a, ScenarioTotals b) =>
        new(a.Demand - b.Demand, a.Lower - b.Lower, a.Upper - b.Upper, a.Balance - b.Balance);

    /// <summary>The totals of days that nothing uncertain is assumed about.</summary>
    /// <param name="demand">One a day.</param>
    /// <param name="capacity">One a day; null where nobody knows.</param>
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
