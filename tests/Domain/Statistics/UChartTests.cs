using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class UChartTests
{
    // By hand: 38 events in 20 units, centre 1.9; limits of 4 units 1.9 -+ 3 sqrt(1.9 / 4), of 8 units 1.9 -+ 3 sqrt(1.9 / 8). Standardised
    // rates .145, .871, -.308, -.580: squares sum to 1.21, far below 7.81, which chance exceeds in 1 of 20 with 3 degrees of freedom.
    [Fact]
    public void Draw_RatesAsEvenAsChance_GivesPoissonLimits()
    {
        UPeriod[] periods = [new(8, 4), new(10, 4), new(14, 8), new(6, 4)];

        var chart = UChart.Draw(periods)!;

        chart.Centre.ShouldBe(38 / 20.0, 1e-12);
        chart.Spread.ShouldBe(1);
        chart.Limits(periods[0]).Lower.ShouldBe(0);
        chart.Limits(periods[0]).Upper.ShouldBe(1.9 + (3 * Math.Sqrt(1.9 / 4)), 1e-12);
        chart.Limits(periods[2]).Lower.ShouldBe(1.9 - (3 * Math.Sqrt(1.9 / 8)), 1e-12);
        periods.ShouldAllBe(period => !chart.IsOutOfControl(period));
    }

    // By hand: rates 5, 15, 5, 15 of 100 units each, centre 10. A rate's Poisson error is sqrt(10 / 100) = .3162, the standardised rates
    // are -+15.811, ranges 31.623, spread 31.623 / 1.128 = 28.034; limits 10 -+ 3 x .3162 x 28.034 = 10 -+ 26.596.
    [Fact]
    public void Draw_Overdispersed_WidensTheLimitsAsLaneyDoes()
    {
        UPeriod[] periods = [new(500, 100), new(1500, 100), new(500, 100), new(1500, 100)];

        var chart = UChart.Draw(periods)!;

        chart.Spread.ShouldBe(28.034, 1e-3);
        chart.Limits(periods[0]).Upper.ShouldBe(36.596, 1e-3);
        periods.ShouldAllBe(period => !chart.IsOutOfControl(period));
    }

    [Fact]
    public void IsOutOfControl_OnePeriodFarAboveTheOthers_IsThatOne()
    {
        UPeriod[] periods = [new(20, 10), new(22, 10), new(18, 10), new(21, 10), new(19, 10), new(20, 10), new(20, 10), new(60, 10)];

        var chart = UChart.Draw(periods)!;

        periods.Select(chart.IsOutOfControl).ShouldBe([false, false, false, false, false, false, false, true]);
    }

    // One event where .1 is expected lies beyond three sigmas, and yet comes in one period of ten.
    [Fact]
    public void IsOutOfControl_OneEventWhereHardlyAnyIsExpected_IsChance()
    {
        UPeriod[] periods = [.. Enumerable.Repeat(new UPeriod(0, 1), 9), new(1, 1)];

        var chart = UChart.Draw(periods)!;

        chart.Limits(periods[9]).Upper.ShouldBeLessThan(1.05);
        chart.IsOutOfControl(new UPeriod(2, 1)).ShouldBeFalse();
        chart.IsOutOfControl(new UPeriod(3, 1)).ShouldBeTrue();
    }

    [Fact]
    public void Draw_TooLittleToTell_IsNull()
    {
        UChart.Draw([new(1, 1), new(1, 1), new(1, 1), new(5, 0)]).ShouldBeNull();
        UChart.Draw(Enumerable.Repeat(new UPeriod(0, 5), 8)).ShouldBeNull();
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    public void UPeriod_Impossible_Throws(int events, double opportunity) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new UPeriod(events, opportunity));
}
