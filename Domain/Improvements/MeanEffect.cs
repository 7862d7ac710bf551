namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Effect of a measure on the mean of survey answers, by difference in differences: the change of the community minus the mean change of
/// communities without the measure over the same weeks (Card and Krueger 1994, American Economic Review 84; Angrist and Pischke 2009,
/// <i>Mostly Harmless Econometrics</i>, section 5.2). Each community contributes one change, so the answers of a community need not be
/// independent over time. <see cref="ChangeSpread"/> gives the variance and the interval.
/// </summary>
public static class MeanEffect
{
    /// <summary>Minimum number of answers on each side for a community to count, with or without the measure.</summary>
    public const int FewestAnswers = 10;

    // Weight of the controls' answer variance in the community's own, in answers: the community's own variance is unreliable with few
    // answers.
    private const double PriorAnswers = 10;

    /// <summary>Estimates the effect; null where the community has too few answers, or too few controls have enough.</summary>
    /// <param name="before">Answers of the community before the measure.</param>
    /// <param name="after">Answers of the community after the measure.</param>
    /// <param name="controls">Answers of each control before and after the measure.</param>
    /// <param name="questions">
    /// Questions that make up the outcome. Questions that the community did not get on both sides are left out.
    /// </param>
    /// <returns>An effect in index points.</returns>
    public static EffectEstimate? Estimate(
        AnswerSums before, AnswerSums after, IReadOnlyList<(AnswerSums Before, AnswerSums After)> controls, IReadOnlyList<int> questions)
    {
        int[] asked =
        [
            .. questions.Where(question => before.CountOf(question) >= FewestAnswers && after.CountOf(question) >= FewestAnswers),
        ];
        var compared = controls.Where(control => HasEnough(control.Before, asked) && HasEnough(control.After, asked)).ToArray();
        if (asked.Length == 0 || compared.Length < ChangeSpread.FewestControls) return null;

        var pooled = PooledVariance(compared.SelectMany(control => new[] { control.Before, control.After }), asked);
        (double Change, double Variance)[] changes = [.. compared.Select(control => (
            control.After.Mean(asked) - control.Before.Mean(asked),
            pooled * ((1.0 / control.Before.Count(asked)) + (1.0 / control.After.Count(asked)))))];
        var spread = ChangeSpread.Fit(changes)!.Value;

        var (was, now) = (before.Mean(asked), after.Mean(asked));
        var (ofBefore, ofAfter) = (MeanVariance(before, asked, pooled), MeanVariance(after, asked, pooled));
        var variance = spread.VarianceOf(ofBefore + ofAfter);
        var effect = now - was - spread.Mean;
        var margin = spread.Quantile * Math.Sqrt(variance);
        var without = now - effect;
        var weights = changes.Select(change => 1 / ((spread.Scale * change.Variance) + spread.Between)).ToArray();
        return new EffectEstimate(
            was,
            now,
            Weighted(compared.Select(control => control.Before.Mean(asked)), weights),
            Weighted(compared.Select(control => control.After.Mean(asked)), weights),
            new Interval(effect, effect - margin, effect + margin),
            Relative(now, without, spread.Scale * ofAfter, variance - (spread.Scale * ofAfter), spread.Quantile),
            now - (spread.Quantile * Math.Sqrt(ofAfter)),
            compared.Length,
            new NormalLogEffect(
                Math.Log(now / without),
                (spread.Scale * ofAfter / now / now) + ((variance - (spread.Scale * ofAfter) - spread.MeanVariance) / without / without),
                spread.MeanVariance / without / without,
                spread.Freedom));
    }

    private static bool HasEnough(AnswerSums answers, int[] asked) => asked.All(question => answers.CountOf(question) >= FewestAnswers);

    // The interval is built on the log scale, because both the actual and the expected outcome are uncertain (delta method).
    private static Interval Relative(double now, double without, double ofNow, double ofWithout, double quantile)
    {
        if (!(without > 0)) return new Interval(double.NaN, double.NaN, double.NaN);
        var log = Math.Log(now / without);
        var margin = quantile * Math.Sqrt((ofNow / now / now) + (ofWithout / without / without));
        return new Interval(Math.Exp(log) - 1, Math.Exp(log - margin) - 1, Math.Exp(log + margin) - 1);
    }

    private static double PooledVariance(IEnumerable<AnswerSums> cells, int[] asked)
    {
        var (sum, freedom) = (0.0, 0);
        foreach (var cell in cells)
        {
            sum += (cell.Count(asked) - 1) * cell.AnswerVariance(asked);
            freedom += cell.Count(asked) - 1;
        }

        // Rounding to whole steps limits the precision of an answer (Sheppard's correction).
        return Math.Max(sum / freedom, AnswerSums.PointsAStep * AnswerSums.PointsAStep / 12 / asked.Length);
    }

    private static double MeanVariance(AnswerSums cell, int[] asked, double pooled)
    {
        var own = cell.Count(asked) - 1;
        return ((own * cell.AnswerVariance(asked)) + (PriorAnswers * pooled)) / (own + PriorAnswers) / cell.Count(asked);
    }

    private static double Weighted(IEnumerable<double> values, double[] weights) =>
        values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();
}
