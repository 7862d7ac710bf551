using System.Numerics;

namespace CommunityDemand.Models.Forecasters;

/// <summary>Points of a parameter grid, side by side in vectors: point i is lane <c>i % Count</c> of vector <c>i / Count</c>.</summary>
/// <remarks>
/// Exponential smoothing is a chain in which each operation waits for the previous one, so a processor is mostly idle during one run. The
/// runs of a grid are independent: in lanes, several runs go through the history together, and each period is read, checked and divided
/// by its index once for all of them. A lane performs the same operations in the same order as a plain loop, so its results are identical
/// for any vector width.
/// </remarks>
internal static class Lanes
{
    /// <summary>Number of vectors for a number of points.</summary>
    public static int VectorsFor(int points) => (points + Vector<double>.Count - 1) / Vector<double>.Count;

    /// <summary>One parameter of the points of a vector; lanes beyond the last point repeat the last point.</summary>
    public static Vector<double> Pack<TPoint>(ReadOnlySpan<TPoint> points, int vector, Func<TPoint, double> parameter)
    {
        Span<double> lanes = stackalloc double[Vector<double>.Count];
        for (var lane = 0; lane < lanes.Length; lane++)
            lanes[lane] = parameter(points[Math.Min((vector * lanes.Length) + lane, points.Length - 1)]);
        return new(lanes);
    }

    /// <summary>Writes the values of the points of a vector; lanes beyond the last point are left out.</summary>
    public static void Unpack(Vector<double> lanes, int vector, Span<double> points)
    {
        var first = vector * Vector<double>.Count;
        for (var point = first; point < Math.Min(first + Vector<double>.Count, points.Length); point++)
            points[point] = lanes[point - first];
    }

    /// <summary>Index of the point with the lowest sum of squares, the first where equal; -1 where none is finite.</summary>
    public static int FirstLeast(ReadOnlySpan<double> squares)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var point = 0; point < squares.Length; point++)
        {
            if (squares[point] < least) (best, least) = (point, squares[point]);
        }

        return best;
    }
}
