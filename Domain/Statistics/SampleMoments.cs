namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Moments of a sample: count, sum and sum of squares, from which mean and variance follow. Samples can be added: the mean of a whole
/// comes from the sums of its parts, never from their means.
/// </summary>
/// <param name="Count">Number of values.</param>
/// <param name="Sum">Sum, in the unit of the values. Sums of whole numbers are exact, in any order.</param>
/// <param name="SumOfSquares">Sum of squares, in the squared unit.</param>
public readonly record struct SampleMoments(int Count, double Sum, double SumOfSquares)
{
    /// <summary>The mean, in the unit of the values; NaN without values.</summary>
    public double Mean => Count == 0 ? double.NaN : Sum / Count;

    /// <summary>Sum of the squared distances from the mean; rounding never makes it negative.</summary>
    public double SquaresAroundMean => Count == 0 ? 0 : Math.Max(0, SumOfSquares - (Sum / Count * Sum));

    /// <summary>Unbiased variance (n - 1); NaN for fewer than two values.</summary>
    public double Variance => Count < 2 ? double.NaN : SquaresAroundMean / (Count - 1);

    /// <summary>The moments of some values.</summary>
    public static SampleMoments Of(params IEnumerable<double> values) =>
        values.Aggregate(default(SampleMoments), (moments, value) => moments.With(value));

    /// <summary>This sample plus one value.</summary>
    public SampleMoments With(double value) => new(Count + 1, Sum + value, SumOfSquares + (value * value));

    /// <summary>The moments after multiplying each value by a factor.</summary>
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
