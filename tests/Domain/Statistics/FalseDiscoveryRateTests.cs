using CommunityDemand.Domain.Statistics;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class FalseDiscoveryRateTests
{
    // The example of Benjamini and Hochberg 1995, section 4: fifteen tests, of which four are findings at .05 (and three by Bonferroni's
    // way).
    private static readonly double[] Published =
        [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];

    [Fact]
    public void Adjust_PublishedExample_FindsFour()
    {
        var adjusted = FalseDiscoveryRate.Adjust(Published);

        adjusted.Count(q => q <= 0.05).ShouldBe(4);
        // 15 p / rank, and no more than any larger p's.
        adjusted[0].ShouldBe(0.0015, 1e-12);
        adjusted[3].ShouldBe(0.035625, 1e-12);
        adjusted[5].ShouldBe(0.0298 * 15 / 7, 1e-12);
        adjusted[6].ShouldBe(0.0298 * 15 / 7, 1e-12);
        adjusted[14].ShouldBe(1);
    }

    [Fact]
    public void Adjust_AnyOrder_KeepsEachWithItsTest()
    {
        var reversed = FalseDiscoveryRate.Adjust([.. Published.Reverse()]);

        reversed.Reverse().ShouldBe(FalseDiscoveryRate.Adjust(Published));
    }

    [Fact]
    public void Adjust_AnyTests_IsNoLessThanThePValueAndKeepsTheirOrder() => Gen.Double.Unit.Array[1, 40].Sample(pValues =>
    {
        var adjusted = FalseDiscoveryRate.Adjust(pValues);
        for (var i = 0; i < pValues.Length; i++)
        {
            adjusted[i].ShouldBeInRange(pValues[i], 1);
            for (var j = 0; j < pValues.Length; j++) (pValues[i] <= pValues[j] && adjusted[i] > adjusted[j]).ShouldBeFalse();
        }
    });

    [Fact]
    public void Adjust_None_IsNone() => FalseDiscoveryRate.Adjust([]).ShouldBeEmpty();

    [Fact]
    public void Adjust_NoPValue_Throws() => Should.Throw<ArgumentException>(() => FalseDiscoveryRate.Adjust([0.1, double.NaN]));
}
