using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Whether two counts are of one rate: given their sum, the first is binomial then (Przyborowski and Wilenski 1940, "Homogeneity of
/// results in testing samples from Poisson series", <i>Biometrika</i> 31:313-323). Exact for Poisson counts however few, and cautious for
/// counts of which each trial gives one at most.
/// </summary>
public static class ConditionalTest
{
    /// <summary>Chance of counts as far apart or farther, two-sided: twice the smaller tail, at most 1.</summary>
    /// <param name="firstTrials">What the first count is out of, above 0.</param>
    /// <param name="secondTrials">What the second count is out of, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 0, or trials are not above 0.</exception>
    public static double PValue(int first, double firstTrials, int second, double secondTrials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(firstTrials);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(secondTrials);
        var (share, sum) = (firstTrials / (firstTrials + secondTrials), first + second);
        // As many or more of one are as few or fewer of the other, which keeps small chances exact.
        return Math.Clamp(2 * Math.Min(Binomial.CDF(share, sum, first), Binomial.CDF(1 - share, sum, second)), 0, 1);
    }
}
