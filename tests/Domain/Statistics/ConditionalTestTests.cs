using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class ConditionalTestTests
{
    // By hand: of five tosses of a fair coin all one side, 2 / 32; of three tosses with chance 1/4 all, 2 / 64.
    [Theory]
    [InlineData(5, 100, 0, 100, 0.0625)]
    [InlineData(0, 100, 5, 100, 0.0625)]
    [InlineData(3, 100, 0, 300, 0.03125)]
    [InlineData(4, 100, 4, 100, 1)]
    [InlineData(0, 1, 0, 1, 1)]
    public void PValue_SmallCounts_IsThatOfTheBinomial(int first, double firstTrials, int second, double secondTrials, double chance) =>
        ConditionalTest.PValue(first, firstTrials, second, secondTrials).ShouldBe(chance, 1e-12);
}
