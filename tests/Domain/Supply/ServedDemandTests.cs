using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Tests.Domain.Supply;

public sealed class ServedDemandTests
{
    [Fact]
    public void Coverage_OfASum_IsOfTheSumsAndNoAverage()
    {
        var sum = new ServedDemand(9, 1) + new ServedDemand(10, 80);

        sum.Wanted.ShouldBe(100);
        sum.Coverage!.Value.ShouldBe(0.19, 1e-12);
    }

    [Fact]
    public void Coverage_NothingWanted_IsUnknown() => default(ServedDemand).Coverage.ShouldBeNull();

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, double.NaN)]
    public void New_NoPersonVisits_Throws(double served, double unmet) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ServedDemand(served, unmet));
}
