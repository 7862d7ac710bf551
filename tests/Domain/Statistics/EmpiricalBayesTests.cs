using CommunityDemand.Domain.Statistics;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class EmpiricalBayesTests
{
    // By hand: mean 4, squares 40, variance 1: 40 / (1 + A) = 4, A = 9. Each keeps 1 - (2/4)(1/10) = .95, which is James and Stein's 1 - (k
    // - 3) / 40.
    [Fact]
    public void Shrink_EqualVariances_IsJamesAndSteins()
    {
        var bayes = EmpiricalBayes.Shrink([(0, 1), (2, 1), (4, 1), (6, 1), (8, 1)]);

        bayes.Mean.ShouldBe(4, 1e-9);
        bayes.Between.ShouldBe(9, 1e-9);
        bayes.Reliability.ShouldAllBe(weight => Math.Abs(weight - 0.95) < 1e-9);
        bayes.Shrunk[0].ShouldBe(0.2, 1e-9);
    }

    // Efron and Morris 1977, "Stein's paradox in statistics", Scientific American 236(5):119-127: 18 batting averages of 45 at bats; factor
    // .212, Clemente's .400 becomes .294.
    [Fact]
    public void Shrink_BattingAverages_ArePublishedOnes()
    {
        double[] hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
        double[] averages = [.. hits.Select(hit => hit / 45)];
        var mean = averages.Average();

        var bayes = EmpiricalBayes.Shrink([.. averages.Select(average => (average, mean * (1 - mean) / 45))]);

        bayes.Reliability[0].ShouldBe(0.212, 0.004);
        bayes.Shrunk[0].ShouldBe(0.294, 0.001);
        bayes.Shrunk[^1].ShouldBe(0.242, 0.001);
    }

    [Fact]
    public void Shrink_NoMoreSpreadThanChance_KeepsLittle()
    {
        var bayes = EmpiricalBayes.Shrink([(1, 100), (2, 100), (3, 100), (4, 100), (5, 100), (6, 100)]);

        bayes.Between.ShouldBe(0);
        bayes.Reliability.ShouldAllBe(weight => Math.Abs(weight - 0.4) < 1e-9);
    }

    [Fact]
    public void Shrink_ThreeOrFewer_StayAsTheyAre() => EmpiricalBayes.Shrink([(1, 5), (2, 5), (9, 5)]).Shrunk.ShouldBe([1, 2, 9]);

    [Fact]
    public void PauleMandel_UnequalVariances_SolvesItsEquation() => Estimates.Sample(estimates =>
    {
        var between = EmpiricalBayes.PauleMandel(estimates);
        var mean = estimates.Sum(e => e.Value / (e.Variance + between)) / estimates.Sum(e => 1 / (e.Variance + between));
        var q = estimates.Sum(e => (e.Value - mean) * (e.Value - mean) / (e.Variance + between));
        if (between > 0) q.ShouldBe(estimates.Length - 1, 1e-6 * estimates.Length);
        else q.ShouldBeLessThanOrEqualTo(estimates.Length - 1);
    });

    [Fact]
    public void Shrink_AnyEstimates_LieBetweenTheirOwnAndTheMean() => Estimates.Sample(estimates =>
    {
        var bayes = EmpiricalBayes.Shrink(estimates);
        for (var i = 0; i < estimates.Length; i++)
        {
            bayes.Shrunk[i]
                .ShouldBeInRange(Math.Min(estimates[i].Value, bayes.Mean) - 1e-9, Math.Max(estimates[i].Value, bayes.Mean) + 1e-9);
            bayes.Reliability[i].ShouldBeInRange(0, 1);
        }
    });

    [Fact]
    public void Shrink_ImpossibleVariance_Throws() => Should.Throw<ArgumentException>(() => EmpiricalBayes.Shrink([(1, 1), (1, 0)]));

    private static Gen<(double Value, double Variance)[]> Estimates { get; } =
        Gen.Select(Gen.Double[20, 100], Gen.Double[0.01, 400]).Array[1, 30];
}
