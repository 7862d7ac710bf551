using CommunityDemand.Domain.Statistics;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class ProportionTests
{
    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17:857-872, table I, method 3
    // (Wilson's).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_PublishedExamples_AreMatched(int successes, int trials, double lower, double upper)
    {
        var interval = new Proportion(successes, trials).Wilson();

        interval.Lower.ShouldBe(lower, 5e-5);
        interval.Upper.ShouldBe(upper, 5e-5);
    }

    [Fact]
    public void Wilson_AnyShare_LiesInsideTheUnitAndHoldsIt() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Double.Unit, Gen.Double[0.01, 0.999]).Sample((trials, share, level) =>
        {
            var proportion = new Proportion(Math.Floor(share * trials), trials);
            var (lower, upper) = proportion.Wilson(level);
            (0 <= lower && lower <= proportion.Share && proportion.Share <= upper && upper <= 1).ShouldBeTrue();
        });

    [Fact]
    public void Wilson_AllOrNone_TouchesTheEnd()
    {
        new Proportion(7, 7).Wilson().Upper.ShouldBe(1);
        new Proportion(0, 7).Wilson().Lower.ShouldBe(0);
    }

    // By hand: 15 and 5 of 25; pooled .4, variance .4 x .6 x 2/25 = .0192, z = .4 / .13856 = 2.8868.
    [Fact]
    public void PValueAgainst_TwoByTwo_IsThatOfTheChiSquare() =>
        new Proportion(15, 25).PValueAgainst(new Proportion(5, 25)).ShouldBe(0.003892, 1e-6);

    [Fact]
    public void PValueAgainst_AllOfBoth_IsOne() => new Proportion(3, 3).PValueAgainst(new Proportion(9, 9)).ShouldBe(1);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 3)]
    [InlineData(-1, 3)]
    [InlineData(double.NaN, 3)]
    public void Proportion_Impossible_Throws(double successes, double trials) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Proportion(successes, trials));
}
