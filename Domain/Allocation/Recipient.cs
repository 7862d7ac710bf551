namespace CommunityDemand.Domain.Allocation;

/// <summary>One place that may get a part of what is to be shared out.</summary>
public sealed record Recipient
{
    /// <param name="curve">Its expected shortage by extra capacity.</param>
    /// <param name="yield">
    /// Person-visits a day that one unit of what is shared out makes: 1 where that is person-visits, else such as visits a day per
    /// employee.
    /// </param>
    /// <param name="weight">What a person-visit short counts here; 1 everywhere makes the least shortage, more is for equity.</param>
    /// <param name="least">Units that it gets in any case.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The yield or weight is not above 0, the least is under 0, or one of them is not finite.
    /// </exception>
    public Recipient(ShortageCurve curve, double yield = 1, double weight = 1, double least = 0)
    {
        if (!double.IsFinite(yield) || yield <= 0)
            throw new ArgumentOutOfRangeException(nameof(yield), yield, "A unit makes more than 0 person-visits.");
        if (!double.IsFinite(weight) || weight <= 0)
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is more than 0.");
        if (!double.IsFinite(least) || least < 0)
            throw new ArgumentOutOfRangeException(nameof(least), least, "The least is 0 units or more.");
        (Curve, Yield, Weight, Least) = (curve, yield, weight, least);
    }

    public ShortageCurve Curve { get; }

    public double Yield { get; }

    public double Weight { get; }

    public double Least { get; private init; }

    /// <summary>The same with a whole least, rounded up.</summary>
    internal Recipient Whole() => this with { Least = Math.Ceiling(Least) };

    /// <summary>Expected person-visits short with so many units, not weighted.</summary>
    public double Shortage(double units) => Curve.Shortage(Yield * units);

    /// <summary>What one more unit removes, weighted, from so many on.</summary>
    public double NextUnit(double units) => Weight * (Shortage(units) - Shortage(units + 1));

    /// <summary>What a little more removes a unit, weighted: the derivative.</summary>
    internal double Marginal(double units) => Weight * Yield * Curve.Marginal(Yield * units);

    /// <summary>Units that it gets where a unit must remove at least so much, weighted.</summary>
    internal double UnitsAt(double price) => Math.Max(Least, Curve.ExtraWhere(price / (Weight * Yield)) / Yield);
}
