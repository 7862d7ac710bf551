namespace CommunityDemand.Domain.Allocation;

/// <summary>A place that can receive a part of the budget.</summary>
public sealed record Recipient
{
    /// <param name="curve">Expected shortage of the place, by extra capacity.</param>
    /// <param name="yield">
    /// Person-visits a day that one unit of the budget provides: 1 where the budget is in person-visits; otherwise, for example, visits a
    /// day per employee.
    /// </param>
    /// <param name="weight">
    /// Weight of one person-visit short. A weight of 1 for every place minimises the total shortage; a higher weight favours a place for
    /// the sake of equity.
    /// </param>
    /// <param name="least">Minimum number of units that the place gets.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The yield or weight is not above 0, the minimum is below 0, or one of them is not finite.
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

    /// <summary>The same recipient with its minimum rounded up to whole units.</summary>
    internal Recipient Whole() => this with { Least = Math.Ceiling(Least) };

    /// <summary>Expected shortage with a number of units, in person-visits, without the weight.</summary>
    public double Shortage(double units) => Curve.Shortage(Yield * units);

    /// <summary>Weighted shortage that one more unit removes, after a number of units.</summary>
    public double NextUnit(double units) => Weight * (Shortage(units) - Shortage(units + 1));

    /// <summary>Weighted marginal gain: the derivative of the shortage by units, with a positive sign.</summary>
    internal double Marginal(double units) => Weight * Yield * Curve.Marginal(Yield * units);

    /// <summary>Units that the place gets where each unit must remove at least the weighted shortage <paramref name="price"/>.</summary>
    internal double UnitsAt(double price) => Math.Max(Least, Curve.ExtraWhere(price / (Weight * Yield)) / Yield);
}
