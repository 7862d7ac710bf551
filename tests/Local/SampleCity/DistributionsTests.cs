using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Tests.Local.SampleCity;

public sealed class DistributionsTests
{
    private const int Draws = 40_000;

    [Theory]
    [InlineData(0.05)]
    [InlineData(3)]
    [InlineData(29.9)]
    [InlineData(200)]
    public void Poisson_ManyDraws_HaveMeanAndVarianceAlike(double mean) => Check(random => random.Poisson(mean), mean, mean);

    [Theory]
    [InlineData(0.3, 4)]
    [InlineData(40, 12)]
    public void NegativeBinomial_ManyDraws_HaveItsMoments(double mean, double size) =>
        Check(random => random.NegativeBinomial(mean, size), mean, mean + (mean * mean / size));

    [Fact]
    public void Gamma_ManyDraws_HaveItsMoments() => Check(random => random.Gamma(3.5), 3.5, 3.5);

    [Fact]
    public void Normal_ManyDraws_HaveItsMoments() => Check(random => random.Normal(), 0, 1);

    [Fact]
    public void LogNormal_ManyDraws_HaveMeanOne() => Check(random => random.LogNormal(0.4), 1, Math.Exp(0.16) - 1);

    [Fact]
    public void Binomial_ManyDraws_HaveItsMoments() => Check(random => random.Binomial(4, 0.7), 2.8, 0.84);

    [Fact]
    public void Below_ManyDraws_StayInRangeAndReachIt()
    {
        var random = new RandomStream(1, "below");
        Enumerable.Range(0, 1000).Select(_ => random.Below(7)).Distinct().Order().ShouldBe(Enumerable.Range(0, 7));
    }

    [Fact]
    public void RandomStream_NamePartsAndSeed_MakeStreamsOfTheirOwn()
    {
        RandomStream[] streams = [new(1, "a", "b"), new(1, "ab"), new(1, "a"), new(2, "a", "b"), new(1, "b", "a"), new(-1, "a", "b")];
        streams.Select(s => s.Uniform()).Distinct().Count().ShouldBe(streams.Length);
        new RandomStream(1, "a", "b").Uniform().ShouldBe(new RandomStream(1, "a", "b").Uniform());
    }

    private static void Check(Func<RandomStream, double> draw, double mean, double variance)
    {
        var random = new RandomStream(7, "moments");
        var draws = Enumerable.Range(0, Draws).Select(_ => draw(random)).ToArray();
        draws.Average().ShouldBe(mean, 5 * Math.Sqrt(variance / Draws));
        draws.Average(d => (d - mean) * (d - mean)).ShouldBe(variance, 0.12 * variance);
    }
}
