using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// The least-squares line through points (Draper and Smith 1998, <i>Applied Regression Analysis</i>, chapter 1), and the precision of its
/// slope. Errors are assumed to be independent and normal.
/// </summary>
/// <param name="Slope">Change of y for a change of 1 in x.</param>
/// <param name="StandardError">Standard error of the slope; 0 where all points lie on the line.</param>
/// <param name="PValue">p-value of the slope (two-sided t test, n - 2 degrees of freedom).</param>
/// <param name="Points">Number of points.</param>
public readonly record struct LinearTrend(double Slope, double StandardError, double PValue, int Points)
{
    private const int FewestPoints = 3;

    /// <summary>Fits a line; null for fewer than three points, or where all points have the same x.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static LinearTrend? Fit(IReadOnlyList<(double X, double Y)> points) => Fit([.. points.Select(point => (point.X, point.Y, 1.0))]);

    /// <summary>
    /// Fits a line through points of different precision (weighted least squares: Draper and Smith 1998, section 9.2); null as above.
    /// </summary>
    /// <param name="points">
    /// Points, each with a weight above 0, in proportion to 1 / (variance of y): for example the number of answers behind a mean.
    /// </param>
    /// <exception cref="ArgumentException">A number is not finite, or a weight is not above 0.</exception>
    public static LinearTrend? Fit(IReadOnlyList<(double X, double Y, double Weight)> points)
    {
        if (points.Any(point => !double.IsFinite(point.X) || !double.IsFinite(point.Y)))
            throw new ArgumentException("A trend needs finite numbers.", nameof(points));
        if (points.Any(point => !double.IsFinite(point.Weight) || !(point.Weight > 0)))
            throw new ArgumentException("Weights are over 0.", nameof(points));
        if (points.Count < FewestPoints) return null;
        var weight = points.Sum(point => point.Weight);
        var (meanX, meanY) = (points.Sum(point => point.Weight * point.X) / weight, points.Sum(point => point.Weight * point.Y) / weight);
        var spread = points.Sum(point => point.Weight * Square(point.X - meanX));
        if (!(spread > 0)) return null;
        var slope = points.Sum(point => point.Weight * (point.X - meanX) * (point.Y - meanY)) / spread;
        var squares = points.Sum(point => point.Weight * Square(point.Y - meanY - (slope * (point.X - meanX))));
        var freedom = points.Count - 2;
        var error = Math.Sqrt(squares / freedom / spread);
        var p = error > 0 ? 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(slope / error)) : slope == 0 ? 1 : 0;
        return new LinearTrend(slope, error, p, points.Count);
    }

    private static double Square(double x) => x * x;
}
