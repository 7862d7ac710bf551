using CommunityDemand.Domain.Improvements;
using CsCheck;
using MathNet.Numerics.Distributions;

namespace CommunityDemand.Tests.Domain.Improvements;

public sealed class RateEffectTests
{
    private static readonly (EventRate, EventRate)[] Controls =
    [
        (new(100, 1e5), new(72, 1e5)), (new(100, 1e5), new(80, 1e5)), (new(100, 1e5), new(88, 1e5)),
    ];

    [Fact]
    public void Estimate_RatesFallEverywhere_CountsTheDifference()
    {
        var estimate = RateEffect.Estimate(new(100, 1e5), new(64, 1e5), Controls)!;

        estimate.Before.ShouldBe(1, 1e-9);
        estimate.After.ShouldBe(0.64, 1e-9);
        estimate.ControlAfter.ShouldBe(0.8, 1e-9);
        // .64 where .8 would have come.
        estimate.Relative.Estimate.ShouldBe(-0.2, 1e-3);
        estimate.Effect.Estimate.ShouldBe(-0.16, 1e-3);
    }

    [Fact]
    public void Estimate_TwiceTheVisitsAfter_ComparesRates()
    {
        var estimate = RateEffect.Estimate(new(100, 1e5), new(128, 2e5), Controls)!;

        estimate.Relative.Estimate.ShouldBe(-0.2, 1e-3);
    }

    [Fact]
    public void Estimate_NoEventsAfter_HasAnUpperEndAlone()
    {
        var estimate = RateEffect.Estimate(new(12, 1e4), new(0, 1e4), Controls)!;

        estimate.Relative.Lower.ShouldBe(-1);
        estimate.Relative.Upper.ShouldBeInRange(-0.99, 0);
    }

    [Fact]
    public void Estimate_FourEventsOrNoVisits_IsNone()
    {
        RateEffect.Estimate(new(2, 1e4), new(2, 1e4), Controls).ShouldBeNull();
        RateEffect.Estimate(new(10, 0), new(10, 1e4), Controls).ShouldBeNull();
    }

    [Fact]
    public void Estimate_BeforeAndAfterSwapped_InvertsTheRatio() => Gen.Int[1, 60].Select(Gen.Int[4, 60]).Sample((before, after) =>
    {
        var ahead = RateEffect.Estimate(new(before, 1e5), new(after, 2e5), Controls)!.Relative;
        var back = RateEffect.Estimate(
            new(after, 2e5), new(before, 1e5), [.. Controls.Select(control => (control.Item2, control.Item1))])!.Relative;

        (1 + back.Lower).ShouldBe(1 / (1 + ahead.Upper), 1e-6);
        (1 + back.Upper).ShouldBe(1 / (1 + ahead.Lower), 1e-6);
    });

    [Fact]
    public void Estimate_ManyPoissonControls_ComesToWilsonsInterval()
    {
        // With many controls of known ratio 1 and Poisson spread, the interval is Wilson's for a binomial share, here of 20 in 50.
        var random = new Random(1);
        (EventRate, EventRate)[] controls = [.. Enumerable.Range(0, 4000).Select(_ => (Drawn(random), Drawn(random)))];

        var relative = RateEffect.Estimate(new(30, 1e5), new(20, 1e5), controls)!.Relative;

        var (share, z) = (0.4, Normal.InvCDF(0, 1, 0.975));
        var (middle, half) = (share + (z * z / 100), z * Math.Sqrt((share * (1 - share) / 50) + (z * z / 10000)));
        var upper = (middle + half) / (1 + (z * z / 50));
        (1 + relative.Upper).ShouldBe(upper / (1 - upper), 0.06);
    }

    private static EventRate Drawn(Random random) => new(Poisson.Sample(random, 50), 1e5);
}
