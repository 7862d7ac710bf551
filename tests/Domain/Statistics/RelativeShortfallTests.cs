using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class RelativeShortfallTests
{
    [Theory]
    [InlineData(0.6, 0.8, 0.25)]
    [InlineData(0.9, 0.8, 0)]
    [InlineData(0, 0.8, 1)]
    [InlineData(30, 40, 0.25)]
    [InlineData(5, 0, 0)]
    public void Of_ValueAndReference_IsThePartMissing(double value, double reference, double expected) =>
        RelativeShortfall.Of(value, reference)!.Value.ShouldBe(expected, 1e-12);

    [Fact]
    public void Of_UnknownSide_IsUnknown()
    {
        RelativeShortfall.Of(null, 1).ShouldBeNull();
        RelativeShortfall.Of(1, null).ShouldBeNull();
    }

    [Fact]
    public void Of_NegativeNumber_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RelativeShortfall.Of(-1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => RelativeShortfall.Of(1, double.NaN));
    }
}
