using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class LinearTrendTests
{
    // By hand: x 1 to 5, y 2 4 5 4 5. Slope 6/10; residual squares 2.4; error sqrt(2.4/3/10) = .2828; t = 2.1213, p = .1240 with 3 degrees
    // of freedom.
    [Fact]
    public void Fit_FivePoints_GivesTheTextbooksNumbers()
    {
        var trend = LinearTrend.Fit([(1, 2), (2, 4), (3, 5), (4, 4), (5, 5)])!.Value;

        trend.Slope.ShouldBe(0.6, 1e-12);
        trend.StandardError.ShouldBe(0.28284, 1e-5);
        trend.PValue.ShouldBe(0.1240, 1e-4);
    }

    [Fact]
    public void Fit_PointsOnALine_IsSure()
    {
        var trend = LinearTrend.Fit([(0, 1), (1, 3), (2, 5)])!.Value;

        (trend.Slope, trend.StandardError, trend.PValue).ShouldBe((2, 0, 0));
    }

    [Fact]
    public void Fit_TooFewOrOneX_IsNull()
    {
        LinearTrend.Fit([(0, 1), (1, 3)]).ShouldBeNull();
        LinearTrend.Fit([(1, 1), (1, 3), (1, 5)]).ShouldBeNull();
    }

    [Fact]
    public void Fit_NotANumber_Throws() => Should.Throw<ArgumentException>(() => LinearTrend.Fit([(0, 1), (1, double.NaN), (2, 1)]));

    // A point of weight 2 is two points at its place: same slope and same spread about the line; only the count of points is what it is.
    [Fact]
    public void Fit_Weights_StandForRepeatedPoints()
    {
        var weighted = LinearTrend.Fit([(0, 1, 2), (1, 3, 1), (2, 2, 1), (3, 6, 3)])!.Value;
        var repeated = LinearTrend.Fit([(0, 1), (0, 1), (1, 3), (2, 2), (3, 6), (3, 6), (3, 6)])!.Value;

        weighted.Slope.ShouldBe(repeated.Slope, 1e-12);
        weighted.StandardError.ShouldBe(repeated.StandardError * Math.Sqrt(5.0 / 2), 1e-12);
        weighted.Points.ShouldBe(4);
    }

    [Fact]
    public void Fit_NoWeight_Throws() => Should.Throw<ArgumentException>(() => LinearTrend.Fit([(0, 1, 1), (1, 2, 0), (2, 3, 1)]));
}
