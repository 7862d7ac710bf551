namespace CommunityDemand.Domain.Supply;

/// <summary>
/// Balance of capacity and expected demand, for one place-day (a community, a service, a day) or a sum of place-days. Balances can be
/// added: a shortage in one place or on one day is not served in another.
/// </summary>
public readonly record struct SupplyBalance
{
    /// <summary>Match rate below which the status is <see cref="SupplyStatus.Shortage"/>.</summary>
    public const double ShortBelow = 0.95;

    /// <summary>Utilisation from which the status is <see cref="SupplyStatus.Tight"/>.</summary>
    public const double TightFrom = 0.85;

    /// <summary>Utilisation below which the status is <see cref="SupplyStatus.Idle"/>.</summary>
    public const double IdleBelow = 0.5;

    private SupplyBalance(double capacity, double demand, double shortage, double shortDays, int days) =>
        (Capacity, Demand, Shortage, ShortDays, Days) = (capacity, demand, shortage, shortDays, days);

    /// <summary>Capacity, in person-visits.</summary>
    public double Capacity { get; }

    /// <summary>Expected demand, in person-visits.</summary>
    public double Demand { get; }

    /// <summary>Expected unserved demand, in person-visits: sum of E[(D - C)+].</summary>
    public double Shortage { get; }

    /// <summary>Expected number of place-days with demand above capacity: sum of P(D &gt; C).</summary>
    public double ShortDays { get; }

    /// <summary>Number of place-days.</summary>
    public int Days { get; }

    /// <summary>Expected served demand, in person-visits: E[min(D, C)].</summary>
    public double Served => Math.Max(0, Demand - Shortage);

    /// <summary>Expected unused capacity, in person-visits: sum of E[(C - D)+].</summary>
    public double Surplus => Math.Max(0, Capacity - Served);

    /// <summary>Probability that demand exceeds capacity, averaged over the place-days; 0 without place-days.</summary>
    public double ShortageProbability => Days == 0 ? 0 : ShortDays / Days;

    /// <summary>Served demand / capacity. Without capacity: 1 where there is demand, otherwise 0.</summary>
    public double Utilisation => Capacity > 0 ? Served / Capacity : Demand > 0 ? 1 : 0;

    /// <summary>
    /// Served demand / demand; 1 without demand. This is the handbook's rate, supply / demand where supply is the smaller (120 of 150
    /// gives .80), extended by the uncertainty of demand.
    /// </summary>
    public double MatchRate => Demand > 0 ? Served / Demand : 1;

    public SupplyStatus Status =>
        MatchRate < ShortBelow ? SupplyStatus.Shortage
        : Utilisation >= TightFrom ? SupplyStatus.Tight
        : Utilisation < IdleBelow ? SupplyStatus.Idle
        : SupplyStatus.Balanced;

    public static SupplyBalance operator +(SupplyBalance a, SupplyBalance b) => new(
        a.Capacity + b.Capacity, a.Demand + b.Demand, a.Shortage + b.Shortage, a.ShortDays + b.ShortDays, a.Days + b.Days);

    /// <summary>The balance of a sum without one of its parts.</summary>
    public static SupplyBalance operator -(SupplyBalance a, SupplyBalance b) => new(
        a.Capacity - b.Capacity, a.Demand - b.Demand, a.Shortage - b.Shortage, a.ShortDays - b.ShortDays, a.Days - b.Days);

    /// <summary>The balance of one place-day.</summary>
    /// <param name="demand">Distribution of the demand of the day.</param>
    /// <param name="capacity">Capacity of the day in person-visits, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative or not a number.</exception>
    public static SupplyBalance OfDay(PredictiveDistribution demand, double capacity)
    {
        if (!(capacity >= 0))
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "Capacity is 0 or more person-visits a day.");
        return new(capacity, demand.Mean, demand.ExpectedAbove(capacity), demand.ProbabilityAbove(capacity), 1);
    }
}
