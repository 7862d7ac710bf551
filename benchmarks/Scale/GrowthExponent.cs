namespace CommunityDemand.Benchmarks.Scale;

/// <summary>How a cost grows with size: the e of cost ~ size^e. 1 is linear.</summary>
internal static class GrowthExponent
{
    /// <summary>The slope of the least-squares line through the logarithms.</summary>
    /// <param name="points">Sizes and costs, all positive, of two sizes at least.</param>
    /// <returns>NaN with fewer than two sizes.</returns>
    public static double Of(IReadOnlyCollection<(double Size, double Cost)> points)
    {
        var (x, y) = (points.Average(point => Math.Log(point.Size)), points.Average(point => Math.Log(point.Cost)));
        var (covariance, variance) = (0.0, 0.0);
        foreach (var (size, cost) in points)
        {
            covariance += (Math.Log(size) - x) * (Math.Log(cost) - y);
            variance += (Math.Log(size) - x) * (Math.Log(size) - x);
        }

        return variance > 0 ? covariance / variance : double.NaN;
    }
}
