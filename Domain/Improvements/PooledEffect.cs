using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Mean relative effect of several measures, weighted by precision, so roughly by the number of answers or visits: a meta-analysis. The
/// variance between effects (Paule and Mandel 1982, Journal of Research of the NBS 87) evens out the weights, as in a random-effects
/// model (DerSimonian and Laird 1986, Controlled Clinical Trials 7).
/// <para>Two questions have two intervals. <see cref="Relative"/> describes exactly these measures (fixed effects in the plural: Rice,
/// Higgins and Lumley 2018, "A re-evaluation of fixed effect(s) meta-analysis", Journal of the Royal Statistical Society A 181): did
/// these measures help? <see cref="Expected"/> describes similar measures elsewhere (Hartung and Knapp 2001, Statistics in Medicine 20,
/// never narrower than with known variances: Röver, Knapp and Friede 2015, BMC Medical Research Methodology 15): would more measures of
/// the kind help?</para>
/// <para>Measures with common controls share the error of the controls' mean change. Pooling does not average out that error;
/// <c>correlation</c> accounts for it.</para>
/// </summary>
/// <param name="Relative">Mean effect as a ratio minus 1, with its 95% interval.</param>
/// <param name="Expected">Mean effect to expect of similar measures; null for fewer than <see cref="FewestExpected"/> measures.</param>
/// <param name="Heterogeneity">Standard deviation between the effects beyond chance, on the log scale.</param>
/// <param name="Weights">Weight of each effect; weights sum to 1.</param>
public sealed record PooledEffect(Interval Relative, Interval? Expected, double Heterogeneity, IReadOnlyList<double> Weights)
{
    /// <summary>Minimum number of measures for a statement on similar measures.</summary>
    public const int FewestExpected = 3;

    private const double Tail = 0.975;
    private const double Far = 40;
    private const int Halvings = 60;
    private const int Rounds = 4;

    /// <summary>Pools effects; null where there are none.</summary>
    /// <param name="correlation">Correlation between the controls' mean changes of two effects, given by their indices; 0 to 1.</param>
    public static PooledEffect? Estimate(IReadOnlyList<LogEffect> effects, Func<int, int, double> correlation)
    {
        if (effects.Count == 0) return null;
        var (effect, between) = (Root(effects, 0), 0.0);
        for (var round = 0; round < Rounds && effects.Count > 1; round++)
        {
            between = BetweenOf(effects, effect);
            effect = Root(effects, between);
        }

        var quantile = StudentT.InvCDF(0, 1, effects.Min(one => one.Freedom), Tail);
        var weights = WeightsAt(effects, effect, between);
        return new PooledEffect(
            new Interval(Math.Exp(effect) - 1, Math.Exp(Bound(-1)) - 1, Math.Exp(Bound(1)) - 1),
            effects.Count >= FewestExpected && double.IsFinite(effect) ? ExpectedOf(effects, effect, between, correlation) : null,
            Math.Sqrt(between),
            [.. weights.Select(weight => weight / weights.Sum())]);

        double Bound(int side)
        {
            if (double.IsInfinity(effect) && Math.Sign(effect) == side) return effect;
            if (Math.Abs(Score(effects, side * Far, between, correlation)) <= quantile) return side * double.PositiveInfinity;
            return Halve(Math.Clamp(effect, -Far, Far), side * Far, at => Math.Abs(Score(effects, at, between, correlation)) <= quantile);
        }
    }

    // Weighted residuals, in standard errors. The interval consists of the effects that this score does not reject.
    private static double Score(IReadOnlyList<LogEffect> effects, double at, double between, Func<int, int, double> correlation)
    {
        var weights = WeightsAt(effects, at, between);
        var sum = effects.Zip(weights, (effect, weight) => weight * effect.At(at).Residual).Sum();
        var own = effects.Zip(weights, (effect, weight) => weight * weight * (effect.At(at).Variance + effect.ControlVariance)).Sum();
        return sum / Math.Sqrt(own + Shared(effects, weights, correlation));
    }

    // Covariances of the controls' mean changes, counted in both orders.
    private static double Shared(IReadOnlyList<LogEffect> effects, double[] weights, Func<int, int, double> correlation)
    {
        var sum = 0.0;
        for (var i = 0; i < effects.Count; i++)
        {
            for (var j = 0; j < i; j++)
                sum += 2 * weights[i] * weights[j] * correlation(i, j) * Math.Sqrt(effects[i].ControlVariance * effects[j].ControlVariance);
        }

        return sum;
    }

    private static Interval ExpectedOf(IReadOnlyList<LogEffect> effects, double effect, double between, Func<int, int, double> correlation)
    {
        var weights = WeightsAt(effects, effect, between);
        var freedom = effects.Count - 1;
        var squares = effects.Zip(weights, (one, weight) => weight * one.At(effect).Residual * one.At(effect).Residual).Sum() / freedom;
        var variance = (Math.Max(1, squares) / weights.Sum()) + (Shared(effects, weights, correlation) / weights.Sum() / weights.Sum());
        var margin = StudentT.InvCDF(0, 1, Math.Min(freedom, effects.Min(one => one.Freedom)), Tail) * Math.Sqrt(variance);
        return new Interval(Math.Exp(effect) - 1, Math.Exp(effect - margin) - 1, Math.Exp(effect + margin) - 1);
    }

    private static double[] WeightsAt(IReadOnlyList<LogEffect> effects, double at, double between)
    {
        var known = Math.Clamp(at, -Far, Far);
        return [.. effects.Select(effect => 1 / (effect.At(known).Variance + effect.ControlVariance + between))];
    }

    /// <summary>The effect at which the weighted residuals sum to 0; infinite where all events are on one side.</summary>
    private static double Root(IReadOnlyList<LogEffect> effects, double between)
    {
        if (Excess(-Far) <= 0) return double.NegativeInfinity;
        if (Excess(Far) >= 0) return double.PositiveInfinity;
        return Halve(-Far, Far, at => Excess(at) > 0);

        double Excess(double at) => effects.Zip(WeightsAt(effects, at, between), (effect, weight) => weight * effect.At(at).Residual).Sum();
    }

    private static double BetweenOf(IReadOnlyList<LogEffect> effects, double at)
    {
        var parts = effects.Select(effect => effect.At(Math.Clamp(at, -Far, Far))).ToArray();
        var freedom = effects.Count - 1;
        if (Squares(0) <= freedom) return 0;
        var high = 1.0;
        while (Squares(high) > freedom) high *= 2;
        return Halve(0, high, between => Squares(between) > freedom);

        double Squares(double between)
        {
            var mean = parts.Sum(part => part.Residual / (part.Variance + between)) / parts.Sum(part => 1 / (part.Variance + between));
            return parts.Sum(part => (part.Residual - mean) * (part.Residual - mean) / (part.Variance + between));
        }
    }

    // Bisection between a value for which a condition holds and one for which the condition fails.
    private static double Halve(double holds, double fails, Func<double, bool> condition)
    {
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (holds + fails) / 2;
            if (condition(middle)) holds = middle;
            else fails = middle;
        }

        return (holds + fails) / 2;
    }
}
