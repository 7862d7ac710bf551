using CommunityDemand.Domain.Improvements;

namespace CommunityDemand.Tests.Domain.Improvements;

public sealed class ChangeSpreadTests
{
    [Fact]
    public void Fit_ChangesFartherApartThanSampling_PutsTheRestBetweenCommunities()
    {
        var spread = ChangeSpread.Fit([(0, 1), (10, 1), (20, 1)])!.Value;

        spread.Mean.ShouldBe(10, 1e-9);
        spread.Between.ShouldBe(99, 1e-6);
        spread.Scale.ShouldBe(1);
        spread.MeanVariance.ShouldBe(100.0 / 3, 1e-6);
        spread.VarianceOf(1).ShouldBe(100 + (100.0 / 3), 1e-6);
        spread.Quantile.ShouldBe(4.302653, 1e-5);
    }

    [Fact]
    public void Fit_ChangesCloserTogetherThanSampling_ScalesIt()
    {
        var spread = ChangeSpread.Fit([(0, 400), (10, 400), (20, 400)])!.Value;

        spread.Between.ShouldBe(0);
        spread.Scale.ShouldBe(0.25, 1e-9);
        spread.VarianceOf(400).ShouldBe(100 + (100.0 / 3), 1e-9);
    }

    [Fact]
    public void Fit_UnlikeVariances_WeighsByThem()
    {
        var spread = ChangeSpread.Fit([(0, 1), (1, 3), (1, 3)])!.Value;

        spread.Mean.ShouldBe(0.4, 1e-9);
    }

    [Fact]
    public void Fit_TwoControls_IsNone() => ChangeSpread.Fit([(0, 1), (1, 1)]).ShouldBeNull();

    [Fact]
    public void Fit_VarianceOfZero_IsRefused() => Should.Throw<ArgumentException>(() => ChangeSpread.Fit([(0, 1), (1, 0), (2, 1)]));
}
