namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Estimates of like things, drawn together as far as chance parted them: parametric empirical Bayes (Efron and Morris 1975, "Data
/// analysis using Stein's estimator", JASA 70:311-319; for unequal variances Morris 1983, "Parametric empirical Bayes inference", JASA
/// 78:47-55, section 1). The squared error over all is less than that of the estimates alone.
/// </summary>
/// <param name="Mean">What they are drawn to: their mean, weighted by 1 / (variance + between).</param>
/// <param name="Between">Variance of the true values, by Paule and Mandel.</param>
/// <param name="Shrunk">The estimates, drawn together; in their order.</param>
/// <param name="Reliability">Weight that each keeps of its own, 0 to 1; the rest is the mean's.</param>
public sealed record EmpiricalBayes(double Mean, double Between, IReadOnlyList<double> Shrunk, IReadOnlyList<double> Reliability)
{
    /// <summary>
    /// Mean and between-variance cost a degree of freedom each, and one more: Morris' (k - 3) / (k - 1). So three estimates or fewer stay
    /// as they are.
    /// </summary>
    private const int LostFreedom = 3;

    private const int Halvings = 200;

    /// <summary>Draws estimates together.</summary>
    /// <param name="estimates">Each with its sampling variance, over 0.</param>
    /// <exception cref="ArgumentException">No estimate; a number that is not finite; a variance of 0 or less.</exception>
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
    /// 87:377-385; DerSimonian and Kacker 2007, Contemp. Clin. Trials 28:105-114): the one at which sum (value - mean)² / (variance +
    /// between) is its expectation, k - 1; 0 where it is less even there.
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

    // Falls as the variance between rises.
    private static double Excess(IReadOnlyList<(double Value, double Variance)> estimates, double between)
    {
        var mean = WeightedMean(estimates, between);
        return estimates.Sum(e => (e.Value - mean) * (e.Value - mean) / (e.Variance + between)) - (estimates.Count - 1);
    }

    private static double WeightedMean(IReadOnlyList<(double Value, double Variance)> estimates, double between) =>
        estimates.Sum(e => e.Value / (e.Variance + between)) / estimates.Sum(e => 1 / (e.Variance + between));
}
