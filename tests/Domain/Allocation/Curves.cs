using CommunityDemand.Domain.Allocation;
using CommunityDemand.Domain.Supply;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Allocation;

/// <summary>Curves to share out over.</summary>
internal static class Curves
{
    /// <summary>A few days of any demand, skewed and sparse ones among them, against any capacity.</summary>
    public static Gen<(PredictiveDistribution Demand, double Capacity)[]> Days { get; } = Gen.Select(
        Gen.Double[0, 20], Gen.Int[0, 20].Array[4], Gen.Int[0, 12], static (mean, b, capacity) =>
            (new PredictiveDistribution(mean, b[0], b[1], b[2], b[3]), (double)capacity)).Array[1, 5];

    public static Gen<ShortageCurve> Any { get; } = Days.Select(static days => new ShortageCurve(days));

    /// <summary>One day, demand uniform between 0 and 100.</summary>
    public static ShortageCurve Uniform(double capacity) => new([(new PredictiveDistribution(50, 2.5, 10, 90, 97.5), capacity)]);

    /// <summary>So many days of demand that is known.</summary>
    public static ShortageCurve Certain(double demand, double capacity, int days = 1) =>
        new(Enumerable.Repeat((new PredictiveDistribution(demand, demand, demand, demand, demand), capacity), days));
}
