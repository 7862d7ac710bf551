namespace CommunityDemand.Domain.Supply;

/// <summary>
/// Capacity against expected demand, of one place-day (a community, a service, a day) or any sum of them. Balances add up: what is
/// short in one place or on one day is not served in another.
/// </summary>
public readonly record struct SupplyBalance
{
    /// <summary>A match rate under this is <see cref="SupplyStatus.Shortage"/>.</summary>
    public const double ShortBelow = 0.95;

    /// <summary>A utilisation from this on is <see cref="SupplyStatus.Tight"/>.</summary>
    public const double TightFrom = 0.85;

    /// <summary>A utilisation under this is <see cref="SupplyStatus.Idle"/>.</summary>
    public const double IdleBelow = 0.5;

    private SupplyBalance(double capacity, double demand, double shortage, double shortDays, int days) =>
        (Capacity, Demand, Shortage, ShortDays, Days) = (capacity, demand, shortage, shortDays, days);

    /// <summary>Person-visits that can be served.</summary>
    public double Capacity { get; }

    /// <summary>Expected person-visits wanted.</summary>
    public double Demand { get; }

    /// <summary>Expected person-visits wanted and not served: sum of E[(D - C)+].</summary>
    public double Shortage { get; }

    /// <summary>Expected number of place-days on which demand exceeds capacity: sum of P(D &gt; C).</summary>
    public double ShortDays { get; }

    /// <summary>Number of place-days summed.</summary>
    public int Days { get; }

    /// <summary>Expected person-visits served: E[min(D, C)].</summary>
    public double Served => Math.Max(0, Demand - Shortage);

    /// <summary>Expected capacity left over: sum of E[(C - D)+].</summary>
    public double Surplus => Math.Max(0, Capacity - Served);

    /// <summary>Chance that demand exceeds capacity, on average over the place-days; 0 where there are none.</summary>
    public double ShortageProbability => Days == 0 ? 0 : ShortDays / Days;

    /// <summary>Served / capacity; without any capacity 1 where something is wanted, else 0.</summary>
    public double Utilisation => Capacity > 0 ? Served / Capacity : Demand > 0 ? 1 : 0;

    /// <summary>
    /// Served / demand, 1 where nothing is wanted. The handbook's rate, supply / demand where supply is the lesser (120 of 150 gives .80),
    /// with the uncertainty of demand taken in.
    /// </summary>
    public double MatchRate => Demand > 0 ? Served / Demand : 1;

    public SupplyStatus Status =>
        MatchRate < ShortBelow ? SupplyStatus.Shortage
        : Utilisation >= TightFrom ? SupplyStatus.Tight
        : Utilisation < IdleBelow ? SupplyStatus.Idle
        : SupplyStatus.Balanced;

    public static SupplyBalance operator +(SupplyBalance a, SupplyBalance b) => new(
        a.Capacity + b.Capacity, a.Demand + b.Demand, a.Shortage + b.Shortage, a.ShortDays + b.ShortDays, a.Days + b.Days);

    /// <summary>What is left of a sum without one of its parts.</summary>
    public static SupplyBalance operator -(SupplyBalance a, SupplyBalance b) => new(
        a.Capacity - b.Capacity, a.Demand - b.Demand, a.Shortage - b.Shortage, a.ShortDays - b.ShortDays, a.Days - b.Days);

    /// <summary>The balance of one place-day.</summary>
    /// <param name="demand">Distribution of the day's demand.</param>
    /// <param name="capacity">Person-visits that can be served that day, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative or not a number.</exception>
    public static SupplyBalance OfDay(PredictiveDistribution demand, double capacity)
    {
        if (!(capacity >= 0))
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "Capacity is 0 or more person-visits a day.");
        return new(capacity, demand.Mean, demand.ExpectedAbove(capacity), demand.ProbabilityAbove(capacity), 1);
    }
}
