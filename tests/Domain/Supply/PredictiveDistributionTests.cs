using CommunityDemand.Domain.Supply;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Supply;

public sealed class PredictiveDistributionTests
{
    private const double Close = 1e-9;

    private static readonly Gen<PredictiveDistribution> Any = Gen.Select(
        Gen.Double[0, 500], Gen.Double[0, 500].Array[4], static (mean, b) => new PredictiveDistribution(mean, b[0], b[1], b[2], b[3]));

    // Uniform on (0, 100): its quantiles are 100 p, so every figure is known. E[(D - 60)+] = 40^2 / 200 = 8.
    private static readonly PredictiveDistribution Uniform = new(50, 2.5, 10, 90, 97.5);

    [Theory]
    [InlineData(0, 50, 1)]
    [InlineData(60, 8, 0.4)]
    [InlineData(95, 0.125, 0.05)]
    [InlineData(100, 0, 0)]
    [InlineData(200, 0, 0)]
    public void Uniform_Capacity_GivesTextbookFigures(double capacity, double expected, double probability)
    {
        Uniform.ExpectedAbove(capacity).ShouldBe(expected, Close);
        Uniform.ProbabilityAbove(capacity).ShouldBe(probability, Close);
    }

    [Fact]
    public void PointForecast_BelowItsValue_IsCertain()
    {
        var point = new PredictiveDistribution(150, 150, 150, 150, 150);

        point.ExpectedAbove(120).ShouldBe(30, Close);
        point.ProbabilityAbove(120).ShouldBe(1, Close);
        point.ProbabilityAbove(150).ShouldBe(0, Close);
    }

    [Fact]
    public void Closed_AllZero_WantsNothing()
    {
        var closed = new PredictiveDistribution(0, 0, 0, 0, 0);

        closed.ExpectedAbove(0).ShouldBe(0);
        closed.ProbabilityAbove(0).ShouldBe(0);
    }

    [Fact]
    public void Bounds_AnyOrder_KeepTheMean() => Any.Sample(d => d.ExpectedAbove(0).ShouldBe(d.Mean, 1e-6 * (1 + d.Mean)));

    // Rounding may put the middle beside bounds that are one number.
    [Fact]
    public void Bounds_AllEqualToTheMean_AreCertain() => Gen.Double[0, 1000].Sample(value =>
    {
        var certain = new PredictiveDistribution(value, value, value, value, value);

        certain.ExpectedAbove(0).ShouldBe(value, 1e-9 * (1 + value));
        certain.ProbabilityAbove(value / 2).ShouldBe(value > 0 ? 1 : 0, Close);
    });

    [Fact]
    public void ExpectedAbove_IsTheIntegralOfProbabilityAbove() => Gen.Select(Any, Gen.Double[0, 400]).Sample((d, c) =>
    {
        // E[(D - c)+] - E[(D - c - s)+] lies between s P(D > c + s) and s P(D > c).
        const double Step = 0.5;
        var fall = d.ExpectedAbove(c) - d.ExpectedAbove(c + Step);
        fall.ShouldBeLessThanOrEqualTo((Step * d.ProbabilityAbove(c)) + Close);
        fall.ShouldBeGreaterThanOrEqualTo((Step * d.ProbabilityAbove(c + Step)) - Close);
    });

    [Fact]
    public void Bounds_AttainableMean_AreItsQuantiles()
    {
        // Sparse demand: mostly nobody, sometimes a few.
        var sparse = new PredictiveDistribution(0.3, 0, 0, 1, 2);

        sparse.ExpectedAbove(0).ShouldBe(0.3, Close);
        sparse.ProbabilityAbove(1).ShouldBe(0.1, Close);
        sparse.ProbabilityAbove(2).ShouldBe(0.025, Close);
    }

    [Fact]
    public void MeanAboveAllBounds_LiesInTheUpperTail()
    {
        var rare = new PredictiveDistribution(0.01, 0, 0, 0, 0);

        rare.ExpectedAbove(0).ShouldBe(0.01, Close);
        rare.ProbabilityAbove(0).ShouldBeInRange(0.001, 0.025 + Close);
    }

    [Fact]
    public void Constructor_NotANumber_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PredictiveDistribution(double.NaN, 0, 0, 1, 1));
}
