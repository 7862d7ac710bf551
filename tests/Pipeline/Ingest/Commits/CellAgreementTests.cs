using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Commits;

namespace CommunityDemand.Tests.Pipeline.Ingest.Commits;

public sealed class CellAgreementTests
{
    [Theory]
    [InlineData(19, 19, false)]
    [InlineData(20, 20, true)]
    [InlineData(20, 10, true)]
    [InlineData(20, 9, false)]
    [InlineData(1000, 500, true)]
    [InlineData(1000, 100, false)]
    public void IsTheSame_FiguresOfManySizes_NeedsHalfOfTwentyCells(int common, int equal, bool expected) =>
        Of(Enumerable.Range(0, common).Select(i => ((double)i, i < equal ? i : i + 5000.0))).IsTheSame.ShouldBe(expected);

    [Fact]
    public void IsTheSame_TwoDesksWithOneVisitMostDays_AgreeByChance() =>
        Of(Enumerable.Range(0, 200).Select(i => (i % 10 == 0 ? 2.0 : 1.0, i % 10 == 5 ? 2.0 : 1.0))).IsTheSame.ShouldBeFalse();

    [Fact]
    public void IsTheSame_CopyOfAFileWithOneVisitMostDays_IsTheSame() =>
        Of(Enumerable.Range(0, 200).Select(i => (i % 10 == 0 ? 2.0 : 1.0, i % 10 == 0 ? 2.0 : 1.0))).IsTheSame.ShouldBeTrue();

    private static CellAgreement Of(IEnumerable<(double Left, double Right)> cells)
    {
        var agreement = new CellAgreement();
        foreach (var (left, right) in cells) agreement.Add(new CellSum(left, 0), new CellSum(right, 0));
        return agreement;
    }
}
