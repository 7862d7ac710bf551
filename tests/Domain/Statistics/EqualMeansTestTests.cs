using CommunityDemand.Domain.Statistics;
using CsCheck;
using MathNet.Numerics.Distributions;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class EqualMeansTestTests
{
    // By hand: means 3 and 6, variances 2.5 and 10, five each: t = 3 / sqrt(2.5), freedom 2.5² / (.5²/4 + 2²/4) = 5.8824; R's t.test gives
    // p = .1075.
    [Fact]
    public void PValue_TwoSamples_IsWelchs()
    {
        var p = EqualMeansTest.PValue(SampleMoments.Of(1, 2, 3, 4, 5), SampleMoments.Of(2, 4, 6, 8, 10))!.Value;

        p.ShouldBe(0.1075, 5e-5);
        p.ShouldBe(2 * StudentT.CDF(0, 1, 6.25 / 1.0625, -3 / Math.Sqrt(2.5)), 1e-9);
    }

    // By hand: equal counts and variances 1; between 26, within 2: F* = 13 with 2 and 6 degrees; P = (1 + 2 x 13 / 6)^-3.
    [Fact]
    public void PValue_ThreeSamples_IsTheHandWorkedOne() =>
        EqualMeansTest.PValue(SampleMoments.Of(1, 2, 3), SampleMoments.Of(2, 3, 4), SampleMoments.Of(5, 6, 7))!.Value
            .ShouldBe(Math.Pow(1 + (26.0 / 6), -3), 1e-9);

    // One sample does not vary: t = 1 / sqrt(2.5 / 5), 4 degrees of freedom.
    [Fact]
    public void PValue_ASampleAllAlike_RestsOnTheOther() =>
        EqualMeansTest.PValue(SampleMoments.Of(4, 4, 4, 4, 4), SampleMoments.Of(1, 2, 3, 4, 5))!.Value
            .ShouldBe(2 * StudentT.CDF(0, 1, 4, -Math.Sqrt(2)), 1e-9);

    [Fact]
    public void PValue_NothingToCompare_IsNull()
    {
        EqualMeansTest.PValue(SampleMoments.Of(1, 2, 3)).ShouldBeNull();
        EqualMeansTest.PValue(SampleMoments.Of(4, 4), SampleMoments.Of(5, 5)).ShouldBeNull();
    }

    [Fact]
    public void PValue_AnySamples_IsAProbability() => Gen.Int[1, 5].Array[2, 12].Array[2, 4].Sample(samples =>
    {
        if (EqualMeansTest.PValue([.. samples.Select(sample => SampleMoments.Of(sample.Select(x => (double)x)))]) is { } p)
            p.ShouldBeInRange(0, 1);
    });

    [Fact]
    public void PValue_OneValue_Throws() =>
        Should.Throw<ArgumentException>(() => EqualMeansTest.PValue(SampleMoments.Of(1), SampleMoments.Of(1, 2)));
}
