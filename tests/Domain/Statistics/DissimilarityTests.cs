using CommunityDemand.Domain.Statistics;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class DissimilarityTests
{
    private static readonly Gen<(double First, double Second)[]> Amounts =
        Gen.Select(Gen.Double[0.01, 1000], Gen.Double[0.01, 1000]).Array[1, 20];

    [Fact]
    public void Of_HandbookShares_IsThreePercent() =>
        Dissimilarity.Of([(65, 68), (28, 25), (7, 7)])!.Value.ShouldBe(0.03, 1e-12);

    // Shares .5, .3, .2 against .2, .3, .5: half of .3 + 0 + .3.
    [Fact]
    public void Of_AmountsInOtherUnits_ComparesShares() =>
        Dissimilarity.Of([(50, 2000), (30, 3000), (20, 5000)])!.Value.ShouldBe(0.3, 1e-12);

    [Fact]
    public void Of_NothingInCommon_IsOne() => Dissimilarity.Of([(3, 0), (0, 8), (4, 0)]).ShouldBe(1);

    [Fact]
    public void Of_NothingOnOneSide_IsUnknown()
    {
        Dissimilarity.Of([(3, 0), (4, 0)]).ShouldBeNull();
        Dissimilarity.Of([]).ShouldBeNull();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_NoAmount_Throws(double amount) => Should.Throw<ArgumentOutOfRangeException>(() => Dissimilarity.Of([(1, amount)]));

    [Fact]
    public void Of_AnyAmounts_IsSymmetricAndWithinZeroAndOne() => Amounts.Sample(amounts =>
    {
        var index = Dissimilarity.Of(amounts)!.Value;
        return index is >= 0 and <= 1 && Math.Abs(index - Dissimilarity.Of([.. amounts.Select(a => (a.Second, a.First))])!.Value) < 1e-12;
    });

    // What two categories tell together is part of what they tell apart: merging never adds dissimilarity.
    [Fact]
    public void Of_MergedCategories_IsNoLarger() => Amounts.Where(amounts => amounts.Length > 1).Sample(amounts =>
    {
        var merged = amounts.Skip(2).Prepend((amounts[0].First + amounts[1].First, amounts[0].Second + amounts[1].Second)).ToArray();
        return Dissimilarity.Of(merged)!.Value <= Dissimilarity.Of(amounts)!.Value + 1e-12;
    });
}
