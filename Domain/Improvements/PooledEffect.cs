using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Mean relative effect of several measures, weighted by precision: a meta-analysis of those that were taken, not of all that might have been (fixed effects in the plural: Rice,
/// Higgins and Lumley 2018, "A re-evaluation of fixed effect(s) meta-analysis", Journal of the Royal Statistical Society A 181). How far effects differ among themselves
/// (Paule and Mandel 1982) evens out the weights, as random effects do (DerSimonian and Laird 1986, Controlled Clinical Trials 7), but does not widen the interval: the mean of
/// these measures is asked for, and a subdistrict has two or three, from which no spread can be told (with the t of Hartung and Knapp 2001, on measures - 1 degrees of freedom,
/// two measures would know less than each of them).
/// <para>Measures that share controls share their mean change's error, which pooling does not average out; it is counted by <c>correlation</c>.</para>
/// </summary>
/// <param name="Relative">The mean effect as a ratio less 1, with its 95% interval.</param>
/// <param name="Heterogeneity">Standard deviation of the effects among themselves, beyond what chance brings; of the ratio's logarithm.</param>
/// <param name="Weights">Of each effect; they sum to 1.</param>
public sealed record PooledEffect(Interval Relative, double Heterogeneity, IReadOnlyList<double> Weights)
{
    private const double Tail = 0.975;
    private const double Far = 40;
    private const int Halvings = 60;
    private const int Rounds = 4;

    /// <summary>Pools effects; null where there is none.</summary>
    /// <param name="correlation">Of the controls' mean changes that two effects, by their places, are judged against; 0 to 1.</param>
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
        var weights = Weights(effects, effect, between);
        return new PooledEffect(
            new Interval(Math.Exp(effect) - 1, Math.Exp(Bound(-1)) - 1, Math.Exp(Bound(1)) - 1), Math.Sqrt(between), [.. weights.Select(weight => weight / weights.Sum())]);

        double Bound(int side)
        {
            if (double.IsInfinity(effect) && Math.Sign(effect) == side) return effect;
            if (Math.Abs(Score(effects, side * Far, between, correlation)) <= quantile) return side * double.PositiveInfinity;
            return Halve(Math.Clamp(effect, -Far, Far), side * Far, at => Math.Abs(Score(effects, at, between, correlation)) <= quantile);
        }
    }

    // Weighted residuals, in standard errors: the effects that this does not refuse are the interval.
    private static double Score(IReadOnlyList<LogEffect> effects, double at, double between, Func<int, int, double> correlation)
    {
        var weights = Weights(effects, at, between);
        var (sum, variance) = (0.0, 0.0);
        for (var i = 0; i < effects.Count; i++)
        {
            var (residual, own) = effects[i].At(at);
            sum += weights[i] * residual;
            variance += weights[i] * weights[i] * (own + effects[i].ControlVariance);
            for (var j = 0; j < i; j++)
                variance += 2 * weights[i] * weights[j] * correlation(i, j) * Math.Sqrt(effects[i].ControlVariance * effects[j].ControlVariance);
        }

        return sum / Math.Sqrt(variance);
    }

    private static double[] Weights(IReadOnlyList<LogEffect> effects, double at, double between)
    {
        var known = Math.Clamp(at, -Far, Far);
        return [.. effects.Select(effect => 1 / (effect.At(known).Variance + effect.ControlVariance + between))];
    }

    /// <summary>The effect at which weighted residuals sum to 0; infinite where there are events on one side alone.</summary>
    private static double Root(IReadOnlyList<LogEffect> effects, double between)
    {
        if (Excess(-Far) <= 0) return double.NegativeInfinity;
        if (Excess(Far) >= 0) return double.PositiveInfinity;
        return Halve(-Far, Far, at => Excess(at) > 0);

        double Excess(double at) => effects.Zip(Weights(effects, at, between), (effect, weight) => weight * effect.At(at).Residual).Sum();
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

    // Where a condition that holds at one end and not at the other ceases to hold.
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
