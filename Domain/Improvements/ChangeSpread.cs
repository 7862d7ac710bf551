using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// How communities without a measure changed over the same weeks, and how far apart: what the change of one more community would have been
/// without it.
/// <para>
/// A community's change varies by sampling, of which the size is known, and by what else happens in it. The latter is taken from the
/// controls, since a single treated community tells nothing of it (Conley and Taber 2011, "Inference with 'difference in differences' with
/// a small number of policy changes", Review of Economics and Statistics 93, section II; Bertrand, Duflo and Mullainathan 2004, Quarterly
/// Journal of Economics 119, on two periods a unit): <c>between</c> is such that the weighted squares of the changes sum to their degrees
/// of freedom (Paule and Mandel 1982, Journal of Research of the NBS 87). Where the controls are closer together than sampling alone would
/// have them, the sampling variances are scaled down instead, so that the variance is unbiased rather than floored, and Student's t with
/// controls - 1 degrees of freedom holds for one more community (Donald and Lang 2007, Review of Economics and Statistics 89, section
/// III).
/// </para>
/// </summary>
/// <param name="Mean">Mean change, weighted by the inverse of the variances.</param>
/// <param name="MeanVariance">Variance of that.</param>
/// <param name="Between">Variance of a community's change beyond sampling; 0 or more.</param>
/// <param name="Scale">What sampling variances are multiplied by, at most 1; 1 where <paramref name="Between"/> is over 0.</param>
/// <param name="Freedom">Degrees of freedom: controls - 1.</param>
public readonly record struct ChangeSpread(double Mean, double MeanVariance, double Between, double Scale, int Freedom)
{
    /// <summary>Fewest controls: fewer tell next to nothing of how far apart communities move.</summary>
    public const int FewestControls = 3;

    private const int Halvings = 60;
    private const double Tail = 0.975;

    /// <summary>Half the width of a 95% interval in standard errors.</summary>
    public double Quantile => StudentT.InvCDF(0, 1, Freedom, Tail);

    /// <summary>Variance of another community's change, less the controls' mean change.</summary>
    /// <param name="sampling">Its sampling variance.</param>
    public double VarianceOf(double sampling) => (Scale * sampling) + Between + MeanVariance;

    /// <summary>Fits it to the controls' changes; null for fewer than <see cref="FewestControls"/>.</summary>
    /// <param name="controls">Each with its change and that one's sampling variance, over 0.</param>
    /// <exception cref="ArgumentException">A change is not finite, or a variance not over 0.</exception>
    public static ChangeSpread? Fit(IReadOnlyList<(double Change, double Variance)> controls)
    {
        if (controls.Any(control => !double.IsFinite(control.Change) || !double.IsFinite(control.Variance) || control.Variance <= 0))
            throw new ArgumentException("Changes need finite numbers and variances over 0.", nameof(controls));
        if (controls.Count < FewestControls) return null;
        var freedom = controls.Count - 1;
        var scale = Squares(controls, 0) / freedom;
        var between = scale > 1 ? BetweenOf(controls, freedom) : 0;
        scale = Math.Min(1, scale);
        return new ChangeSpread(
            MeanOf(controls, between), 1 / controls.Sum(control => 1 / ((scale * control.Variance) + between)), between, scale, freedom);
    }

    private static double BetweenOf(IReadOnlyList<(double, double)> controls, int freedom)
    {
        var (low, high) = (0.0, 1.0);
        while (Squares(controls, high) > freedom) high *= 2;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Squares(controls, middle) > freedom) low = middle;
            else high = middle;
        }

        return high;
    }

    private static double Squares(IReadOnlyList<(double Change, double Variance)> controls, double between)
    {
        var mean = MeanOf(controls, between);
        return controls.Sum(control => (control.Change - mean) * (control.Change - mean) / (control.Variance + between));
    }

    private static double MeanOf(IReadOnlyList<(double Change, double Variance)> controls, double between) =>
        controls.Sum(control => control.Change / (control.Variance + between)) / controls.Sum(control => 1 / (control.Variance + between));
}
