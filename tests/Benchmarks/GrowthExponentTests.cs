using CommunityDemand.Benchmarks.Scale;

namespace CommunityDemand.Tests.Benchmarks;

public sealed class GrowthExponentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Of_PowerLaw_GivesThePower(double power) =>
        GrowthExponent.Of([.. new[] { 1e3, 1e4, 1e5 }.Select(size => (size, 7 * Math.Pow(size, power)))]).ShouldBe(power, 1e-9);

    [Fact]
    public void Of_OneSize_IsNotKnown() => GrowthExponent.Of([(1000, 3)]).ShouldBe(double.NaN);
}
