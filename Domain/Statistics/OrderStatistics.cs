using System.Numerics;

namespace CommunityDemand.Domain.Statistics;

/// <summary>Medians and quantiles of samples. Each wants its values in ascending order.</summary>
public static class OrderStatistics
{
    // A rank that is whole but for rounding counts as whole.
    private const double Rounding = 1e-9;

    /// <summary>The middle value, or the mean of the two in the middle; NaN without values.</summary>
    public static T Median<T>(ReadOnlySpan<T> sorted)
        where T : IFloatingPointIeee754<T> =>
        sorted.IsEmpty ? T.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / T.CreateChecked(2);

    /// <summary>The median of values in any order.</summary>
    public static double MedianOf(IEnumerable<double> values) => Median<double>(values.Order().ToArray());

    /// <summary>The middle value, or the upper of the two in the middle: one that was observed.</summary>
    /// <exception cref="IndexOutOfRangeException">There are no values.</exception>
    public static T UpperMedian<T>(ReadOnlySpan<T> sorted) => sorted[sorted.Length / 2];

    /// <summary>The upper median of values in any order; a default where there are none.</summary>
    public static T UpperMedianOf<T>(IEnumerable<T> values, T without)
    {
        T[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? without : UpperMedian<T>(sorted);
    }

    /// <summary>
    /// The value at rank (n + 1) p, as conformal intervals want it (Lei et al. 2018): the next one outwards where the rank falls between
    /// two; the first or last past the ends.
    /// </summary>
    /// <param name="level">0 to 1: under a half outwards is down, otherwise up.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double OuterQuantile(ReadOnlySpan<double> sorted, double level)
    {
        if (sorted.IsEmpty) throw new ArgumentException("A quantile is one of some values.", nameof(sorted));
        var rank = (sorted.Length + 1) * level;
        var position = level < 0.5 ? Math.Floor(rank + Rounding) : Math.Ceiling(rank - Rounding);
        return sorted[Math.Clamp((int)position - 1, 0, sorted.Length - 1)];
    }
}
