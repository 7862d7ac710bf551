namespace CommunityDemand.Tests.Pipeline.Ingest.Figures;

/// <summary>Honest counts.</summary>
internal static class Poisson
{
    /// <summary>Counts by day whose mean grows by a share a day.</summary>
    public static double[] Growing(double mean, double growth, int days, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, days).Select(day => (double)MathNet.Numerics.Distributions.Poisson.Sample(
            random, Math.Max(mean * Math.Pow(1 + growth, day), 1e-9)))];
    }
}
