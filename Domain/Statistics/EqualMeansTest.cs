using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Test of whether samples have the same mean, with any variances (Brown and Forsythe 1974, "The small sample behavior of some statistics
/// which test the equality of several means", Technometrics 16:129-132): F* = sum n (mean - grand mean)² / sum (1 - n/N) s². For two
/// samples it is Welch's t test, F* = t². Unlike Welch's own test of several means, this test allows a sample whose values are all equal,
/// which is common for answers on a scale of five.
/// </summary>
public static class EqualMeansTest
{
    private const int FewestValues = 2;

    /// <summary>p-value; null for fewer than two samples, or where no sample varies.</summary>
    /// <exception cref="ArgumentException">A sample has fewer than two values.</exception>
    public static double? PValue(params IReadOnlyList<SampleMoments> samples)
    {
        if (samples.Any(sample => sample.Count < FewestValues))
            throw new ArgumentException("A sample's variance takes two values.", nameof(samples));
        if (samples.Count < 2) return null;
        var whole = samples.Aggregate((a, b) => a + b);
        double[] parts = [.. samples.Select(sample => (1 - ((double)sample.Count / whole.Count)) * sample.Variance)];
        var within = parts.Sum();
        if (!(within > 0)) return null;
        var between = samples.Sum(sample => sample.Count * Square(sample.Mean - whole.Mean));
        var freedom = 1 / samples.Select((sample, i) => Square(parts[i] / within) / (sample.Count - 1)).Sum();
        return 1 - FisherSnedecor.CDF(samples.Count - 1, freedom, between / within);
    }

    private static double Square(double x) => x * x;
}
