namespace CommunityDemand.Domain.Supply;

/// <summary>
/// Distribution of a day's demand that follows from a mean and the bounds of an 80% and a 95% interval: a quantile function, linear
/// between its knots. The bounds are the quantiles at .025, .1, .9 and .975; both tails continue with the same slope. The middle bends so
/// that the mean is the given one, and is flat at one end where demand is sparse or skewed. Where that is not enough, the upper tail is
/// raised or the whole distribution is scaled down. The mean always holds, because sums over areas depend on it.
/// </summary>
public sealed class PredictiveDistribution
{
    private const double Outer = 0.025;
    private const double Inner = 0.1;
    private const double InnerToOuter = Outer / (Inner - Outer);
    private const double Middle = 1 - (2 * Inner);

    private readonly Knot[] _knots;

    /// <summary>
    /// Creates a distribution; all values are in person-visits. Bounds in the wrong order are sorted: rearranging quantiles never makes
    /// them worse (Chernozhukov, Fernández-Val and Galichon 2010, Econometrica 78, Proposition 4). Negative values count as 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public PredictiveDistribution(double mean, double lower95, double lower80, double upper80, double upper95)
    {
        double[] bounds = [Floor(lower95), Floor(lower80), Floor(upper80), Floor(upper95)];
        Array.Sort(bounds);
        Mean = Floor(mean);
        _knots = Fit(Mean, bounds[0], bounds[1], bounds[2], bounds[3]);
    }

    private PredictiveDistribution(double mean, Knot[] knots) => (Mean, _knots) = (mean, knots);

    /// <summary>Expected demand in person-visits.</summary>
    public double Mean { get; }

    /// <summary>Probability that demand exceeds a capacity: P(D &gt; c).</summary>
    public double ProbabilityAbove(double c)
    {
        var above = 0.0;
        for (var i = 1; i < _knots.Length; i++) above += (_knots[i].P - _knots[i - 1].P) * ShareAbove(_knots[i - 1].X, _knots[i].X, c);
        return above;
    }

    /// <summary>
    /// Expected demand that a capacity c leaves unserved, E[(D - c)+]: the integral of (Q(p) - c)+ over p in (0, 1), where Q is the
    /// quantile function (the expected shortfall of Dhaene et al. 2006, "Risk measures and comonotonicity: a review", Stochastic Models
    /// 22, section 2.1).
    /// </summary>
    public double ExpectedAbove(double c)
    {
        var excess = 0.0;
        for (var i = 1; i < _knots.Length; i++)
        {
            var (low, high) = (_knots[i - 1].X, _knots[i].X);
            excess += (_knots[i].P - _knots[i - 1].P) * ShareAbove(low, high, c) * (((Math.Max(low, c) + Math.Max(high, c)) / 2) - c);
        }

        return excess;
    }

    /// <summary>This distribution times a factor: the mean and every quantile are multiplied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not finite.</exception>
    public PredictiveDistribution Scale(double factor)
    {
        if (!double.IsFinite(factor) || factor < 0)
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "Demand is scaled by 0 or more.");
        return new PredictiveDistribution(Mean * factor, Array.ConvertAll(_knots, knot => knot with { X = knot.X * factor }));
    }

    /// <summary>
    /// Linear parts of the quantile function, in ascending order: uniform demand from low to high, and the probability of the part.
    /// </summary>
    internal IEnumerable<(double Low, double High, double Weight)> Segments()
    {
        for (var i = 1; i < _knots.Length; i++) yield return (_knots[i - 1].X, _knots[i].X, _knots[i].P - _knots[i - 1].P);
    }

    private static double ShareAbove(double low, double high, double c) =>
        c >= high ? 0 : c < low ? 1 : (high - c) / (high - low);

    private static Knot[] Fit(double mean, double lower95, double lower80, double upper80, double upper95)
    {
        var bottom = Math.Max(0, lower95 - ((lower80 - lower95) * InnerToOuter));
        var top = upper95 + ((upper95 - upper80) * InnerToOuter);
        var tails = (Outer * (bottom + lower95 + upper95 + top) / 2) + ((Inner - Outer) * (lower95 + lower80 + upper80 + upper95) / 2);
        var middle = (mean - tails) / Middle;
        if (middle > upper80) top += (middle - upper80) * Middle * 2 / Outer;

        Knot[] knots =
        [
            new(0, bottom), new(Outer, lower95), new(Inner, lower80),
            Bend(Math.Clamp(middle, lower80, upper80), lower80, upper80),
            new(1 - Inner, upper80), new(1 - Outer, upper95), new(1, top),
        ];
        return middle < lower80 ? Scaled(knots, mean) : knots;
    }

    // The middle bends in its centre where that suffices; otherwise a flat part grows from one end.
    private static Knot Bend(double average, double low, double high)
    {
        if (high <= low) return new(0.5, low);
        var value = ((4 * average) - low - high) / 2;
        if (value < low) return new(1 - Inner - (2 * Middle * (average - low) / (high - low)), low);
        if (value > high) return new(Inner + (2 * Middle * (high - average) / (high - low)), high);
        return new(0.5, value);
    }

    private static Knot[] Scaled(Knot[] knots, double mean)
    {
        var has = 0.0;
        for (var i = 1; i < knots.Length; i++) has += (knots[i].P - knots[i - 1].P) * (knots[i].X + knots[i - 1].X) / 2;
        return has > 0 ? Array.ConvertAll(knots, k => k with { X = k.X * mean / has }) : knots;
    }

    private static double Floor(double value) => double.IsFinite(value)
        ? Math.Max(0, value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A predictive distribution needs finite numbers.");

    private readonly record struct Knot(double P, double X);
}
