using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class SampleMomentsTests
{
    [Fact]
    public void Moments_OfAFewValues_AreTheTextbooks()
    {
        var moments = SampleMoments.Of(2, 4, 4, 4, 5, 5, 7, 9);

        (moments.Count, moments.Mean).ShouldBe((8, 5));
        moments.Variance.ShouldBe(32.0 / 7, 1e-12);
        moments.Times(20).Variance.ShouldBe(400 * 32.0 / 7, 1e-9);
    }

    [Fact]
    public void Moments_Parts_AddUpToTheWholeAndComeOffIt()
    {
        var (one, other) = (SampleMoments.Of(1, 2, 5), SampleMoments.Of(4, 4));

        (one + other).ShouldBe(SampleMoments.Of(1, 2, 5, 4, 4));
        (one + other - other).ShouldBe(one);
    }

    [Fact]
    public void Moments_TooFewValues_AreUnknown()
    {
        double.IsNaN(default(SampleMoments).Mean).ShouldBeTrue();
        double.IsNaN(SampleMoments.Of(3).Variance).ShouldBeTrue();
    }
}
