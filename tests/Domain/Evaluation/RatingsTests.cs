using CommunityDemand.Domain.Evaluation;

namespace CommunityDemand.Tests.Domain.Evaluation;

public sealed class RatingsTests
{
    // 4, 5, 3, 4: mean 4, squares around it 2, variance 2/3; three of four satisfied; on 100 (mean / 5 x 100) 80.
    [Fact]
    public void Ratings_FourAnswers_AreTheHandWorkedOnes()
    {
        var ratings = default(Ratings).With(4).With(5).With(3).With(4);

        (ratings.Count, ratings.Satisfied, ratings.AreTooFew).ShouldBe((4, 3, true));
        ratings.Likert.Mean.ShouldBe(4, 1e-12);
        ratings.Likert.Variance.ShouldBe(2.0 / 3, 1e-12);
        ratings.Index.Mean.ShouldBe(80, 1e-12);
        ratings.With(1).AreTooFew.ShouldBeFalse();
    }

    // A person who gives 4, 4 and 3 has a mean of 3.67, and is not satisfied over all; one who gives 5, 3 and 4 is.
    [Fact]
    public void With_SeveralDimensions_TakesThePersonsMean()
    {
        var ratings = default(Ratings).With(11, rated: 3).With(12, rated: 3);

        ratings.Likert.Mean.ShouldBe(((11.0 / 3) + 4) / 2, 1e-12);
        ratings.Satisfied.ShouldBe(1);
    }

    [Fact]
    public void Ratings_AnyOrder_GiveTheSameBits()
    {
        (int Sum, int Rated)[] answers =
            [.. Enumerable.Range(0, 1000).Select(i => (Sum: (i * 7 % 5) + 1 + (i % 3 * 2), Rated: 1 + (i % 3 * 2 / 2)))];
        answers = [.. answers.Where(a => a.Sum >= a.Rated && a.Sum <= 5 * a.Rated)];

        answers.Aggregate(default(Ratings), (sum, a) => sum.With(a.Sum, a.Rated))
            .ShouldBe(answers.Reverse().Aggregate(default(Ratings), (sum, a) => sum.With(a.Sum, a.Rated)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(6, 1)]
    [InlineData(5, 0)]
    [InlineData(30, 6)]
    public void With_OffTheScale_Throws(int sum, int rated) =>
        Should.Throw<ArgumentOutOfRangeException>(() => default(Ratings).With(sum, rated));

    [Fact]
    public void Reference_OfTheDimensions_IsTheHandbooks() =>
        SatisfactionDimensions.All.Select(dimension => dimension.Reference()).ShouldBe([82.3, 85.6, 78.4, 73.2, null, null]);
}
