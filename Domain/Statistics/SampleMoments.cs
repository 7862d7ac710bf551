namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// What of a sample tells its mean and variance: count, sum and sum of squares. Samples add up, so that a whole's mean comes from its
/// parts' sums and never from their means.
/// </summary>
/// <param name="Count">Number of values.</param>
/// <param name="Sum">In the values' unit. Values that are whole numbers keep both sums exact, in any order.</param>
/// <param name="SumOfSquares">In the unit's square.</param>
public readonly record struct SampleMoments(int Count, double Sum, double SumOfSquares)
{
    /// <summary>In the values' unit; NaN without values.</summary>
    public double Mean => Count == 0 ? double.NaN : Sum / Count;

    /// <summary>Squared distances from the mean, summed; rounding never takes it under 0.</summary>
    public double SquaresAroundMean => Count == 0 ? 0 : Math.Max(0, SumOfSquares - (Sum / Count * Sum));

    /// <summary>Unbiased variance (n - 1); NaN for fewer than two values.</summary>
    public double Variance => Count < 2 ? double.NaN : SquaresAroundMean / (Count - 1);

    /// <summary>The moments of some values.</summary>
    public static SampleMoments Of(params IEnumerable<double> values) =>
        values.Aggregate(default(SampleMoments), (moments, value) => moments.With(value));

    /// <summary>One value more.</summary>
    public SampleMoments With(double value) => new(Count + 1, Sum + value, SumOfSquares + (value * value));

    /// <summary>As if each value had been multiplied.</summary>
    public SampleMoments Times(double factor) => new(Count, Sum * factor, SumOfSquares * factor * factor);

    public static SampleMoments operator +(SampleMoments a, SampleMoments b) =>
        new(a.Count + b.Count, a.Sum + b.Sum, a.SumOfSquares + b.SumOfSquares);

    /// <summary>The sample without a part of it.</summary>
    public static SampleMoments operator -(SampleMoments whole, SampleMoments part) =>
        new(whole.Count - part.Count, whole.Sum - part.Sum, whole.SumOfSquares - part.SumOfSquares);

    /// <summary>Same as <c>+</c>.</summary>
    public static SampleMoments Add(SampleMoments a, SampleMoments b) => a + b;

    /// <summary>Same as <c>-</c>.</summary>
    public static SampleMoments Subtract(SampleMoments whole, SampleMoments part) => whole - part;
}
