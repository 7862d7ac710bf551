using CommunityDemand.Domain.Improvements;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Improvements;

public sealed class AnswerSumsTests
{
    private static readonly int[] All = [0, 1, 2, 3, 4];

    private static readonly Gen<int?[]> Answer = Gen.Int[0, 5].Select(score => score == 0 ? (int?)null : score).Array[AnswerSums.Questions];

    [Fact]
    public void Mean_QuestionSkippedByHalf_CountsLikeTheOthers()
    {
        var sums = Sums([[5, 1, null, null, null], [3, null, null, null, null]]);

        // Means of 4 and 1, not of 5, 1 and 3.
        sums.Mean([0, 1]).ShouldBe(20 * 2.5, 1e-9);
        sums.Count([0, 1]).ShouldBe(2);
    }

    [Fact]
    public void AnswerVariance_AllQuestionsAnswered_IsTheSampleVarianceOfTheirMeans() =>
        Gen.Int[1, 5].Array[AnswerSums.Questions].Array[2, 30].Sample(answers =>
        {
            var means = answers.Select(answer => 20 * answer.Average()).ToArray();
            var variance = means.Sum(mean => (mean - means.Average()) * (mean - means.Average())) / (means.Length - 1);

            Sums(answers.Select(answer => answer.Select(score => (int?)score).ToArray())).AnswerVariance(All).ShouldBe(variance, 1e-6);
        });

    [Fact]
    public void Add_Cells_IsAddingTheirAnswers() => Answer.Array[0, 10].Select(Answer.Array[0, 10]).Sample((some, others) =>
    {
        var (all, sums) = (Sums(some.Concat(others)), Sums(some));
        sums.Add(Sums(others));

        sums.Count(All).ShouldBe(all.Count(All));
        sums.Mean(All).ShouldBe(all.Mean(All));
        sums.AnswerVariance(All).ShouldBe(all.AnswerVariance(All));
    });

    private static AnswerSums Sums(IEnumerable<int?[]> answers)
    {
        var sums = new AnswerSums();
        foreach (var answer in answers) sums.Add(answer);
        return sums;
    }
}
