using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// The line of least squares through points (Draper and Smith 1998, <i>Applied Regression Analysis</i>, chapter 1), and how sure its slope is, the errors
/// taken as independent and normal.
/// </summary>
/// <param name="Slope">Change of y for 1 of x.</param>
/// <param name="StandardError">Of the slope; 0 where the points lie on the line.</param>
/// <param name="PValue">Chance of a slope as far from 0 or farther if there were none (two-sided t test, n - 2 degrees of freedom).</param>
/// <param name="Points">Number of points.</param>
public readonly record struct LinearTrend(double Slope, double StandardError, double PValue, int Points)
{
    private const int FewestPoints = 3;

    /// <summary>Fits a line; null for fewer than three points, or where all lie at one x.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static LinearTrend? Fit(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Any(point => !double.IsFinite(point.X) || !double.IsFinite(point.Y))) throw new ArgumentException("A trend needs finite numbers.", nameof(points));
        if (points.Count < FewestPoints) return null;
        var (meanX, meanY) = (points.Average(point => point.X), points.Average(point => point.Y));
        var spread = points.Sum(point => (point.X - meanX) * (point.X - meanX));
        if (!(spread > 0)) return null;
        var slope = points.Sum(point => (point.X - meanX) * (point.Y - meanY)) / spread;
        var squares = points.Sum(point => Square(point.Y - meanY - (slope * (point.X - meanX))));
        var freedom = points.Count - 2;
        var error = Math.Sqrt(squares / freedom / spread);
        var p = error > 0 ? 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(slope / error)) : slope == 0 ? 1 : 0;
        return new LinearTrend(slope, error, p, points.Count);
    }

    private static double Square(double x) => x * x;
}
