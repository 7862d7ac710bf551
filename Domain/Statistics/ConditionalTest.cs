using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Test of whether two counts have the same rate: given their sum, the first count is then binomial (Przyborowski and Wilenski 1940,
/// "Homogeneity of results in testing samples from Poisson series", <i>Biometrika</i> 31:313-323). The test is exact for Poisson counts
/// of any size, and conservative for counts with at most one event a trial.
/// </summary>
public static class ConditionalTest
{
    /// <summary>Two-sided p-value: twice the smaller tail, at most 1.</summary>
    /// <param name="firstTrials">Trials of the first count, above 0.</param>
    /// <param name="secondTrials">Trials of the second count, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 0, or trials are not above 0.</exception>
    public static double PValue(int first, double firstTrials, int second, double secondTrials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(firstTrials);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(secondTrials);
        var (share, sum) = (firstTrials / (firstTrials + secondTrials), first + second);
        // The upper tail is computed as the lower tail of the other count, which keeps small probabilities exact.
        return Math.Clamp(2 * Math.Min(Binomial.CDF(share, sum, first), Binomial.CDF(1 - share, sum, second)), 0, 1);
    }
}
