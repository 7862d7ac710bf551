using CommunityDemand.Domain.Improvements;

namespace CommunityDemand.Tests.Domain.Improvements;

public sealed class MeanEffectTests
{
    private static readonly int[] Efficiency = [1];

    [Fact]
    public void Estimate_TwoByTwo_IsAsWorkedByHand()
    {
        // The community goes from 70 to 90; three others by 0, 2 and 4, so it would have gone to 72.
        var estimate = MeanEffect.Estimate(Answers((3, 5), (4, 5)), Answers((4, 5), (5, 5)), Controls(), Efficiency)!;

        estimate.Before.ShouldBe(70, 1e-9);
        estimate.After.ShouldBe(90, 1e-9);
        estimate.ControlBefore.ShouldBe(70, 1e-9);
        estimate.ControlAfter.ShouldBe(72, 1e-9);
        estimate.Controls.ShouldBe(3);
        estimate.Effect.Estimate.ShouldBe(18, 1e-9);
        estimate.Relative.Estimate.ShouldBe(0.25, 1e-9);

        // An answer's variance is 111.1, 106.7 and 93.3 at shares of 5, 6 and 7 in 10, pooled 107.41; a control's change has 2/10 of it,
        // 21.48, but the changes' own variance is 4. The community's: 2/10 of (9 x 111.1 + 10 x 107.41) / 19, scaled by 4 / 21.48, and a
        // third of 4 for the controls' mean. Student's t, 2 degrees: 4.3027.
        var margin = 4.302653 * Math.Sqrt((4 / 21.4815 * 21.8324) + (4.0 / 3));
        (estimate.Effect.Upper - estimate.Effect.Estimate).ShouldBe(margin, 1e-3);
        (estimate.Effect.Estimate - estimate.Effect.Lower).ShouldBe(margin, 1e-3);
    }

    [Fact]
    public void Estimate_CommunityThatMovesWithTheOthers_FindsNothing()
    {
        var estimate = MeanEffect.Estimate(Answers((3, 5), (4, 5)), Answers((3, 4), (4, 6)), Controls(), Efficiency)!;

        estimate.Effect.Estimate.ShouldBe(0, 1e-9);
        ImprovementVerdicts.Of(ImprovementOutcome.Efficiency, estimate, null).ShouldBe(ImprovementVerdict.NotAchieved);
    }

    [Fact]
    public void Estimate_NineAnswersAfterOrTwoControls_IsNone()
    {
        MeanEffect.Estimate(Answers((3, 5), (4, 5)), Answers((4, 4), (5, 5)), Controls(), Efficiency).ShouldBeNull();
        MeanEffect.Estimate(Answers((3, 5), (4, 5)), Answers((4, 5), (5, 5)), [.. Controls().Take(2)], Efficiency).ShouldBeNull();
    }

    [Fact]
    public void Estimate_QuestionNobodyWasAskedBefore_IsLeftOut()
    {
        var after = Answers((4, 5), (5, 5));
        for (var i = 0; i < 10; i++) after.Add([1, null, null, null, null]);

        var estimate = MeanEffect.Estimate(Answers((3, 5), (4, 5)), after, Controls(), [0, 1])!;

        estimate.Effect.Estimate.ShouldBe(18, 1e-9);
    }

    [Theory]
    [InlineData(null, ImprovementVerdict.Achieved)]
    [InlineData(75.0, ImprovementVerdict.Achieved)]
    [InlineData(80.0, ImprovementVerdict.NotAchieved)]
    public void Verdict_Target_MustSurelyBeReached(double? target, ImprovementVerdict expected)
    {
        // 90 after, give or take 4.3 x 3.30.
        var estimate = MeanEffect.Estimate(Answers((3, 5), (4, 5)), Answers((4, 5), (5, 5)), Controls(), Efficiency)!;

        estimate.AfterLower!.Value.ShouldBe(90 - (4.302653 * Math.Sqrt(10.9162)), 1e-2);
        ImprovementVerdicts.Of(ImprovementOutcome.Efficiency, estimate, target).ShouldBe(expected);
    }

    private static (AnswerSums, AnswerSums)[] Controls() =>
    [
        (Answers((3, 5), (4, 5)), Answers((3, 5), (4, 5))),
        (Answers((3, 5), (4, 5)), Answers((3, 4), (4, 6))),
        (Answers((3, 5), (4, 5)), Answers((3, 3), (4, 7))),
    ];

    private static AnswerSums Answers(params (int Score, int Times)[] answers)
    {
        var sums = new AnswerSums();
        foreach (var (score, times) in answers)
        {
            for (var i = 0; i < times; i++) sums.Add([null, score, null, null, null]);
        }

        return sums;
    }
}
