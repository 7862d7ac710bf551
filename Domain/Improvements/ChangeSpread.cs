using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Distribution of changes in communities without a measure over the same weeks: the change to expect of another community without the
/// measure.
/// <para>The change of a community varies by sampling, whose variance is known, and by other events in the community. The variance of
/// other events comes from the controls, because a single treated community does not show it (Conley and Taber 2011, "Inference with
/// 'difference in differences' with a small number of policy changes", Review of Economics and Statistics 93, section II; Bertrand, Duflo
/// and Mullainathan 2004, Quarterly Journal of Economics 119, on two periods a unit). <c>between</c> is chosen so that the weighted
/// squares of the changes sum to their degrees of freedom (Paule and Mandel 1982, Journal of Research of the NBS 87). Where the controls
/// differ less than sampling alone would explain, the sampling variances are scaled down: the variance is then unbiased, and Student's t
/// with controls - 1 degrees of freedom holds for one more community (Donald and Lang 2007, Review of Economics and Statistics 89,
/// section III).</para>
/// </summary>
/// <param name="Mean">Mean change, weighted by the inverse of the variances.</param>
/// <param name="MeanVariance">Variance of the mean change.</param>
/// <param name="Between">Variance of the communities' changes beyond sampling; 0 or more.</param>
/// <param name="Scale">Factor for the sampling variances, at most 1; 1 where <paramref name="Between"/> is above 0.</param>
/// <param name="Freedom">Degrees of freedom: controls - 1.</param>
public readonly record struct ChangeSpread(double Mean, double MeanVariance, double Between, double Scale, int Freedom)
{
    /// <summary>Minimum number of controls. Fewer controls do not show how much communities differ.</summary>
    public const int FewestControls = 3;

    private const int Halvings = 60;
    private const double Tail = 0.975;

    /// <summary>Half the width of a 95% interval, in standard errors.</summary>
    public double Quantile => StudentT.InvCDF(0, 1, Freedom, Tail);

    /// <summary>Variance of the change of another community, minus the mean change of the controls.</summary>
    /// <param name="sampling">Sampling variance of the change.</param>
    public double VarianceOf(double sampling) => (Scale * sampling) + Between + MeanVariance;

    /// <summary>Fits the distribution to the changes of the controls; null for fewer than <see cref="FewestControls"/>.</summary>
    /// <param name="controls">Change of each control, with its sampling variance (above 0).</param>
    /// <exception cref="ArgumentException">A change is not finite, or a variance is not above 0.</exception>
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
