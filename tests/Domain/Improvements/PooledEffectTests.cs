using CommunityDemand.Domain.Improvements;
using CsCheck;
using MathNet.Numerics.Distributions;

namespace CommunityDemand.Tests.Domain.Improvements;

public sealed class PooledEffectTests
{
    private static readonly ChangeSpread Spread = new(0, 0.002, 0, 1, 14);

    [Fact]
    public void Estimate_TwoThatAgree_WeighsByPrecision()
    {
        // Variances .03 + .01 and .09 + .03: weights 3 to 1.
        var pooled = PooledEffect.Estimate([new NormalLogEffect(0.1, 0.03, 0.01, 14), new NormalLogEffect(0.2, 0.09, 0.03, 14)], Apart)!;

        pooled.Weights.ShouldBe([0.75, 0.25], 1e-9);
        Math.Log(1 + pooled.Relative.Estimate).ShouldBe(0.125, 1e-9);
        // 1 / (25 + 25 / 3) = .03.
        HalfWidth(pooled.Relative).ShouldBe(StudentT.InvCDF(0, 1, 14, 0.975) * Math.Sqrt(0.03), 1e-9);
        pooled.Heterogeneity.ShouldBe(0);
        pooled.Expected.ShouldBeNull();
    }

    [Fact]
    public void Estimate_SameControls_CountsTheirErrorOnce()
    {
        LogEffect[] effects = [new NormalLogEffect(0.1, 0.03, 0.01, 14), new NormalLogEffect(0.1, 0.03, 0.01, 14)];

        // .03 / 2 of their own; .01 that pooling does not average out.
        HalfWidth(PooledEffect.Estimate(effects, Together)!.Relative).ShouldBe(StudentT.InvCDF(0, 1, 14, 0.975) * Math.Sqrt(0.025), 1e-9);
        HalfWidth(PooledEffect.Estimate(effects, Apart)!.Relative).ShouldBe(StudentT.InvCDF(0, 1, 14, 0.975) * Math.Sqrt(0.02), 1e-9);
    }

    [Fact]
    public void Estimate_EffectsThatDiffer_TellHowFarAndWidenWhatIsExpectedAlone()
    {
        // Of 0, .3 and .6 the squares about the mean are .18, which over variances .01 + .08 make the 2 degrees of freedom.
        LogEffect[] effects = [Alone(0), Alone(0.3), Alone(0.6)];

        var pooled = PooledEffect.Estimate(effects, Apart)!;

        pooled.Heterogeneity.ShouldBe(Math.Sqrt(0.08), 1e-6);
        Math.Log(1 + pooled.Relative.Estimate).ShouldBe(0.3, 1e-9);
        HalfWidth(pooled.Relative).ShouldBe(StudentT.InvCDF(0, 1, 14, 0.975) * Math.Sqrt(0.01 / 3), 1e-6);
        HalfWidth(pooled.Expected!.Value).ShouldBe(StudentT.InvCDF(0, 1, 2, 0.975) * Math.Sqrt(0.09 / 3), 1e-6);
    }

    [Fact]
    public void Estimate_OneMeasure_KeepsItsOwnInterval() => Gen.Int[0, 30].Select(Gen.Int[5, 30]).Sample((after, before) =>
    {
        (EventRate, EventRate)[] controls = [(new(100, 1e5), new(72, 1e5)), (new(100, 1e5), new(80, 1e5)), (new(100, 1e5), new(88, 1e5))];
        var single = RateEffect.Estimate(new(before, 1e5), new(after, 1e5), controls)!;

        var pooled = PooledEffect.Estimate([single.Log], Apart)!.Relative;

        pooled.Estimate.ShouldBe(single.Relative.Estimate, 1e-6);
        pooled.Lower.ShouldBe(single.Relative.Lower, 1e-6);
        pooled.Upper.ShouldBe(single.Relative.Upper, 1e-6);
    });

    [Fact]
    public void Estimate_NoEventsAfterAnywhere_HasAnUpperEndAlone()
    {
        var pooled = PooledEffect.Estimate([new BinomialLogEffect(6, 0, 0, Spread), new BinomialLogEffect(8, 0, 0, Spread)], Apart)!;

        pooled.Relative.Estimate.ShouldBe(-1);
        pooled.Relative.Lower.ShouldBe(-1);
        pooled.Relative.Upper.ShouldBeInRange(-0.95, -0.3);
    }

    [Fact]
    public void Estimate_CountsSplitInTwo_ComeToTheWhole()
    {
        // Two communities alike know as much as one of twice the events.
        var known = Spread with { MeanVariance = 0 };
        var halves =
            PooledEffect.Estimate([new BinomialLogEffect(30, 12, 0, known), new BinomialLogEffect(30, 12, 0, known)], Apart)!.Relative;
        var whole = PooledEffect.Estimate([new BinomialLogEffect(60, 24, 0, known)], Apart)!.Relative;

        halves.Lower.ShouldBe(whole.Lower, 1e-6);
        halves.Upper.ShouldBe(whole.Upper, 1e-6);
    }

    [Fact]
    public void Estimate_Nothing_IsNone() => PooledEffect.Estimate([], Apart).ShouldBeNull();

    private static NormalLogEffect Alone(double estimate) => new(estimate, 0.01, 0, 14);

    private static double Apart(int one, int other) => 0;

    private static double Together(int one, int other) => 1;

    private static double HalfWidth(Interval interval) => (Math.Log(1 + interval.Upper) - Math.Log(1 + interval.Lower)) / 2;
}
