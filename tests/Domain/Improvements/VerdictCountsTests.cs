using CommunityDemand.Domain.Improvements;

namespace CommunityDemand.Tests.Domain.Improvements;

public sealed class VerdictCountsTests
{
    private static readonly LogEffect Fall = new NormalLogEffect(-0.2, 0.001, 0.001, 14);

    [Fact]
    public void AchievedShare_SomeTooEarly_IsOfTheJudged()
    {
        var counts = VerdictCounts.Of(
            [ImprovementVerdict.Achieved, ImprovementVerdict.NotAchieved, ImprovementVerdict.NotAchieved, ImprovementVerdict.TooEarly]);

        counts.Measures.ShouldBe(4);
        counts.AchievedShare!.Value.ShouldBe(1 / 3.0, 1e-12);
        default(VerdictCounts).AchievedShare.ShouldBeNull();
    }

    [Fact]
    public void On_PooledEffect_DecidesByTheSideThatIsBetter()
    {
        var pooled = PooledEffect.Estimate([Fall], (_, _) => 0);
        var counts = new VerdictCounts(0, 1, 1, 0);

        counts.On(ImprovementOutcome.Response, pooled).ShouldBe(ImprovementVerdict.Achieved);
        counts.On(ImprovementOutcome.Satisfaction, pooled).ShouldBe(ImprovementVerdict.NotAchieved);
        counts.On(ImprovementOutcome.Response, null).ShouldBe(ImprovementVerdict.TooEarly);
        new VerdictCounts(0, 0, 0, 1).On(ImprovementOutcome.Response, null).ShouldBe(ImprovementVerdict.NoComparison);
    }
}
