using CommunityDemand.Domain.Allocation;
using CommunityDemand.Domain.Supply;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Allocation;

public sealed class ShortageCurveTests
{
    private const double Close = 1e-9;

    // Uniform on (0, 100) against 60: E[(D - 60 - x)+] = (40 - x)^2 / 200, and P(D > 60 + x) = (40 - x) / 100.
    [Theory]
    [InlineData(0, 8, 0.4)]
    [InlineData(20, 2, 0.2)]
    [InlineData(40, 0, 0)]
    [InlineData(1000, 0, 0)]
    public void Uniform_Extra_GivesTextbookFigures(double extra, double shortage, double marginal)
    {
        var curve = Curves.Uniform(60);

        curve.Shortage(extra).ShouldBe(shortage, Close);
        curve.Marginal(extra).ShouldBe(marginal, Close);
        curve.ExtraWhere(marginal).ShouldBe(Math.Min(40, extra), Close);
        curve.Enough.ShouldBe(40, Close);
    }

    [Fact]
    public void Certain_UpToItsValue_FallsByOneADay()
    {
        var curve = Curves.Certain(100, 70, days: 3);

        curve.Shortage(10).ShouldBe(60, Close);
        curve.Marginal(29).ShouldBe(3, Close);
        curve.Marginal(30).ShouldBe(0, Close);
        curve.Enough.ShouldBe(30, Close);
    }

    [Fact]
    public void Days_Any_AddUpAsDistributionsSay() => Gen.Select(Curves.Days, Gen.Double[0, 30]).Sample((days, extra) =>
    {
        var curve = new ShortageCurve(days);

        curve.Shortage(extra).ShouldBe(days.Sum(day => day.Demand.ExpectedAbove(day.Capacity + extra)), 1e-7);

        // Parts narrower than a billionth count as one value, so the marginal may be that of a neighbour.
        double Chance(double at) => days.Sum(day => day.Demand.ProbabilityAbove(day.Capacity + at));
        curve.Marginal(extra).ShouldBeInRange(Chance(extra + 1e-8) - 1e-7, Chance(extra - 1e-8) + 1e-7);
    });

    [Fact]
    public void ExtraWhere_AnyPrice_IsWhereTheMarginalCrossesIt() => Gen.Select(Curves.Any, Gen.Double[0, 5]).Sample((curve, price) =>
    {
        var extra = curve.ExtraWhere(price);

        curve.Marginal(extra + 1e-6).ShouldBeLessThanOrEqualTo(price + 1e-9);
        if (extra > 1e-6) curve.Marginal(extra - 1e-6).ShouldBeGreaterThanOrEqualTo(price - 1e-9);
    });

    [Fact]
    public void Constructor_NegativeCapacity_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ShortageCurve([(new PredictiveDistribution(1, 1, 1, 1, 1), -1)]));
}
