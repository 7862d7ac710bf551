using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class AccuracyTests
{
    [Fact]
    public void Mase_SeasonalNaiveRepeatingItsInSampleError_IsOne()
    {
        // A season of 2, and each value 3 over the one a season before.
        double[] training = [10, 20, 13, 23, 16, 26];

        var scale = Accuracy.SeasonalNaiveScale(training, 2);

        scale.ShouldBe(3);
        Accuracy.Mase([19, 29], [16, 26], scale).ShouldBe(1);
        Accuracy.Rmsse([19, 29], [16, 26], Accuracy.SeasonalNaiveRootScale(training, 2)).ShouldBe(1);
    }

    [Fact]
    public void Mase_ScaleZero_IsNotANumber() => Accuracy.Mase([1], [2], Accuracy.SeasonalNaiveScale([5, 5, 5], 1)).ShouldBe(double.NaN);

    [Fact]
    public void SeasonalNaiveScale_MissingValues_LeavesTheirPairsOut() =>
        Accuracy.SeasonalNaiveScale([1, double.NaN, 3, 4, 8], 1).ShouldBe((1 + 4) / 2.0);

    [Fact]
    public void Wape_KnownErrors_IsTheirSumOverTheActuals() => Accuracy.Wape([10, 0, double.NaN, 30], [8, 1, 99, 33]).ShouldBe(6.0 / 40);

    [Fact]
    public void Pinball_UnderAndOver_WeighsByLevel()
    {
        Probabilistic.Pinball(10, 8, 0.9).ShouldBe(1.8, 1e-12);
        Probabilistic.Pinball(8, 10, 0.9).ShouldBe(0.2, 1e-12);
    }

    [Fact]
    public void Crps_AllQuantilesEqual_IsTheAbsoluteError() =>
        Probabilistic.Crps(7, [0.25, 0.5, 0.75], [4, 4, 4]).ShouldBe(3, 0.2);

    [Fact]
    public void Crps_ManyQuantilesOfAUniform_IsTheKnownIntegral()
    {
        // For U(0, 1) and actual y the score is y² - y + 1/3 (Jordan, Krüger and Lerch 2019, table of closed forms).
        var levels = Enumerable.Range(0, 1000).Select(i => (i + 0.5) / 1000).ToArray();

        Probabilistic.Crps(0.3, levels, levels).ShouldBe((0.3 * 0.3) - 0.3 + (1.0 / 3), 1e-5);
    }
}
