using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class LogOddsTests
{
    // By hand: 30 of 100 against 10 of 100, prior 2 of 10. Odds 32/78 and 12/98: ln .41026 = -.89097, ln .12245 = -2.10005, difference
    // 1.20908; error sqrt(1/32 + 1/12) = .33850; z 3.5719.
    [Fact]
    public void ZScore_WordThreeTimesAsCommon_IsTheFormulas()
    {
        LogOdds.ZScore(30, 100, 10, 100, 2, 10).ShouldBe(3.5719, 1e-4);
        LogOdds.ZScore(10, 100, 30, 100, 2, 10).ShouldBe(-3.5719, 1e-4);
    }

    [Fact]
    public void ZScore_SameShare_IsZero() => LogOdds.ZScore(30, 100, 30, 100, 2, 10).ShouldBe(0);

    [Fact]
    public void ZScore_WordSeenOnceAndNeverBefore_IsNothing() => LogOdds.ZScore(1, 1000, 0, 1000, 0.5, 500).ShouldBeInRange(0, 1);

    [Fact]
    public void ZScore_StrongerPrior_IsNearerToZero() =>
        LogOdds.ZScore(30, 100, 10, 100, 20, 100).ShouldBeLessThan(LogOdds.ZScore(30, 100, 10, 100, 2, 10));

    [Theory]
    [InlineData(-1, 10, 1)]
    [InlineData(1, 10, 0)]
    [InlineData(10, 10, 5)]
    public void ZScore_ImpossibleCounts_Throws(double first, double total, double prior) =>
        Should.Throw<ArgumentOutOfRangeException>(() => LogOdds.ZScore(first, total, 1, 10, prior, 5));
}
