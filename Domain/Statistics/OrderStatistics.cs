using System.Numerics;

namespace CommunityDemand.Domain.Statistics;

/// <summary>Medians and quantiles of samples. Spans must be in ascending order.</summary>
public static class OrderStatistics
{
    // A rank that is a whole number except for rounding counts as whole.
    private const double Rounding = 1e-9;

    /// <summary>The middle value, or the mean of the two middle values; NaN without values.</summary>
    public static T Median<T>(ReadOnlySpan<T> sorted)
        where T : IFloatingPointIeee754<T> =>
        sorted.IsEmpty ? T.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / T.CreateChecked(2);

    /// <summary>The median of values in any order.</summary>
    public static double MedianOf(IEnumerable<double> values) => Median<double>(values.Order().ToArray());

    /// <summary>The middle value, or the upper of the two middle values: always one of the values.</summary>
    /// <exception cref="IndexOutOfRangeException">There are no values.</exception>
    public static T UpperMedian<T>(ReadOnlySpan<T> sorted) => sorted[sorted.Length / 2];

    /// <summary>The upper median of values in any order; <paramref name="without"/> where there are no values.</summary>
    public static T UpperMedianOf<T>(IEnumerable<T> values, T without)
    {
        T[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? without : UpperMedian<T>(sorted);
    }

    /// <summary>
    /// The value at rank (n + 1) p, as used for conformal intervals (Lei et al. 2018). A rank between two values gives the outer one; a
    /// rank beyond the ends gives the first or last value.
    /// </summary>
    /// <param name="level">Level p, 0 to 1. Outer means lower for levels under a half, otherwise upper.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double OuterQuantile(ReadOnlySpan<double> sorted, double level)
    {
        if (sorted.IsEmpty) throw new ArgumentException("A quantile is one of some values.", nameof(sorted));
        var rank = (sorted.Length + 1) * level;
        var position = level < 0.5 ? Math.Floor(rank + Rounding) : Math.Ceiling(rank - Rounding);
        return sorted[Math.Clamp((int)position - 1, 0, sorted.Length - 1)];
    }
}
