namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Shrinkage of several estimates of the same kind towards their mean: parametric empirical Bayes (Efron and Morris 1975, "Data analysis
/// using Stein's estimator", JASA 70:311-319; for unequal variances Morris 1983, "Parametric empirical Bayes inference", JASA 78:47-55,
/// section 1). The total squared error is lower than that of the separate estimates.
/// </summary>
/// <param name="Mean">Mean of the estimates, weighted by 1 / (variance + between).</param>
/// <param name="Between">Variance of the true values, by Paule and Mandel.</param>
/// <param name="Shrunk">The estimates after shrinkage, in their order.</param>
/// <param name="Reliability">Weight of each estimate's own value, 0 to 1; the mean has the rest.</param>
public sealed record EmpiricalBayes(double Mean, double Between, IReadOnlyList<double> Shrunk, IReadOnlyList<double> Reliability)
{
    /// <summary>
    /// Degrees of freedom lost: one for the mean, one for the variance between, and one more, as in Morris' factor (k - 3) / (k - 1).
    /// Three estimates or fewer therefore stay unchanged.
    /// </summary>
    private const int LostFreedom = 3;

    private const int Halvings = 200;

    /// <summary>Shrinks estimates towards their mean.</summary>
    /// <param name="estimates">Estimates, each with its sampling variance (above 0).</param>
    /// <exception cref="ArgumentException">There is no estimate, a number is not finite, or a variance is not above 0.</exception>
    public static EmpiricalBayes Shrink(IReadOnlyList<(double Value, double Variance)> estimates)
    {
        if (estimates.Count == 0) throw new ArgumentException("Nothing to draw together.", nameof(estimates));
        if (estimates.Any(e => !double.IsFinite(e.Value) || !double.IsFinite(e.Variance) || !(e.Variance > 0)))
            throw new ArgumentException("Estimates are finite, their variances over 0.", nameof(estimates));
        var between = PauleMandel(estimates);
        var mean = WeightedMean(estimates, between);
        var correction = Math.Max(0, (double)(estimates.Count - LostFreedom) / Math.Max(1, estimates.Count - 1));
        double[] reliability = [.. estimates.Select(e => 1 - (correction * e.Variance / (e.Variance + between)))];
        return new EmpiricalBayes(mean, between, [.. estimates.Select((e, i) => mean + (reliability[i] * (e.Value - mean)))], reliability);
    }

    /// <summary>
    /// Variance of the true values by the method of moments (Paule and Mandel 1982, "Consensus values and weighting factors", J. Res. NBS
    /// 87:377-385; DerSimonian and Kacker 2007, Contemp. Clin. Trials 28:105-114): the variance at which sum (value - mean)² / (variance
    /// + between) equals its expectation, k - 1. The result is 0 where the sum is below k - 1 even at 0.
    /// </summary>
    public static double PauleMandel(IReadOnlyList<(double Value, double Variance)> estimates)
    {
        if (Excess(estimates, 0) <= 0) return 0;
        var (low, high) = (0.0, estimates.Max(e => e.Variance));
        while (Excess(estimates, high) > 0) (low, high) = (high, 2 * high);
        for (var i = 0; i < Halvings && low < high; i++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) break;
            if (Excess(estimates, middle) > 0) low = middle;
            else high = middle;
        }

        return high;
    }

    // The excess falls as the variance between rises.
    private static double Excess(IReadOnlyList<(double Value, double Variance)> estimates, double between)
    {
        var mean = WeightedMean(estimates, between);
        return estimates.Sum(e => (e.Value - mean) * (e.Value - mean) / (e.Variance + between)) - (estimates.Count - 1);
    }

    private static double WeightedMean(IReadOnlyList<(double Value, double Variance)> estimates, double between) =>
        estimates.Sum(e => e.Value / (e.Variance + between)) / estimates.Sum(e => 1 / (e.Variance + between));
}
