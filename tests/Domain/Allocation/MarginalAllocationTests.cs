using CommunityDemand.Domain.Allocation;
using CommunityDemand.Domain.Supply;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Allocation;

public sealed class MarginalAllocationTests
{
    private const double Close = 1e-7;

    private static readonly Gen<Recipient> AnyRecipient = Gen.Select(
        Curves.Any,
        Gen.Double[0.25, 3],
        Gen.Double[0.5, 3],
        Gen.Int[0, 2],
        static (curve, yield, weight, least) => new Recipient(curve, yield, weight, least));

    private static readonly Gen<Recipient[]> AnyRecipients = AnyRecipient.Array[1, 4];

    // Uniform demand on (0, 100) in both: 30 units bring the first to the 90 of the second, the rest is halved.
    [Theory]
    [InlineData(20, 20, 0)]
    [InlineData(40, 35, 5)]
    [InlineData(50, 40, 10)]
    public void Divisible_TwoUniforms_LevelsThem(double budget, double first, double second)
    {
        var units = MarginalAllocation.Divisible([new(Curves.Uniform(60)), new(Curves.Uniform(90))], budget).Units;

        units[0].ShouldBe(first, Close);
        units[1].ShouldBe(second, Close);
    }

    [Fact]
    public void Divisible_WeightTwo_GetsUntilItsChanceIsHalf()
    {
        // 2 (40 - x) = 40 - y and x + y = 40: x = 80/3.
        var units = MarginalAllocation.Divisible([new(Curves.Uniform(60), weight: 2), new(Curves.Uniform(60))], 40).Units;

        units[0].ShouldBe(80.0 / 3, Close);
        units[1].ShouldBe(40.0 / 3, Close);
    }

    [Fact]
    public void Divisible_SurelyShortEverywhere_GivesEachTheSamePartOfItsNeed()
    {
        var units = MarginalAllocation.Divisible([new(Curves.Certain(100, 70)), new(Curves.Certain(100, 40))], 30).Units;

        units[0].ShouldBe(10, Close);
        units[1].ShouldBe(20, Close);
    }

    [Fact]
    public void WholeUnits_SurelyShortEverywhere_GoRound() =>
        MarginalAllocation.WholeUnits(
            [new(Curves.Certain(100, 70, 28)), new(Curves.Certain(100, 70, 28)), new(Curves.Certain(100, 98, 28))],
            12).Units.ShouldBe([5, 5, 2]);

    // One by one a billion units take minutes.
    [Fact]
    public void WholeUnits_ABillionThatGainAlike_GoRoundAtOnce()
    {
        static Recipient Place(double demand) => new(Curves.Certain(demand, 0, 28), 1e-6);

        MarginalAllocation.WholeUnits([Place(1000), Place(1000), Place(100)], 1_000_000_001).Units
            .ShouldBe([450_000_001, 450_000_000, 100_000_000]);
    }

    [Fact]
    public void WholeUnits_Nobody_GetNone() => MarginalAllocation.WholeUnits([], 5).Units.ShouldBeEmpty();

    [Fact]
    public void WholeUnits_Any_AreAsGoodAsTheBestOfAllWays() => Gen.Select(AnyRecipients, Gen.Int[0, 7]).Sample((recipients, beyond) =>
    {
        var budget = Leasts(recipients) + beyond;
        var found = MarginalAllocation.WholeUnits(recipients, (long)budget);

        var best = Ways(recipients.Length, beyond).Min(way => Left(recipients, [.. way.Select((more, i) => recipients[i].Least + more)]));
        Left(recipients, found.Units).ShouldBe(best, Close);
        found.Units.ShouldAllBe(units => units == Math.Floor(units));
    }, iter: 3000);

    [Fact]
    public void WholeUnits_HalfUsedUnits_ComeBeforeWhollyUsedOnesThatGainLess() => MarginalAllocation
        .WholeUnits(
            [new(Curves.Certain(10.5, 10, days: 10)), new(Curves.Certain(11, 10)), new(Curves.Certain(10.5, 10, days: 10))],
            2).Units.ShouldBe([1, 0, 1]);

    [Fact]
    public void Divisible_Any_EveryoneAboveTheLeastGainsTheSame() => Gen.Select(
        AnyRecipients, Gen.Double[0, 40]).Sample((recipients, beyond) =>
    {
        var units = MarginalAllocation.Divisible(recipients, Leasts(recipients) + beyond).Units;

        // Whoever could give gains at least what anyone could get (Kuhn and Tucker): a step to either side of a point where gains jump.
        const double Step = 1e-6;
        var getting = recipients.Select((recipient, i) => Gain(recipient, units[i] + Step)).Max();
        var giving = recipients.Select(
            (recipient, i) => units[i] > recipient.Least + Step ? Gain(recipient, units[i] - Step) : double.PositiveInfinity).Min();
        giving.ShouldBeGreaterThanOrEqualTo(getting - Close);
    });

    [Fact]
    public void Any_Budget_IsSpentUntilNothingIsShort() => Gen.Select(AnyRecipients, Gen.Int[0, 60]).Sample((recipients, beyond) =>
    {
        var budget = Leasts(recipients) + beyond;
        var divisible = MarginalAllocation.Divisible(recipients, budget);
        var whole = MarginalAllocation.WholeUnits(recipients, (long)budget);

        foreach (var allotment in (Allotment[])[divisible, whole])
        {
            allotment.Units.Zip(recipients).ShouldAllBe(pair => pair.First >= pair.Second.Least);
            allotment.Spent.ShouldBeLessThanOrEqualTo(budget + Close);
            if (allotment.Spent < budget - Close) Left(recipients, allotment.Units).ShouldBe(0, Close);
        }

        Left(recipients, divisible.Units).ShouldBeLessThanOrEqualTo(Left(recipients, whole.Units) + Close);
    });

    [Fact]
    public void Divisible_Any_IsNeverWorseThanEqualOrProportionalShares() =>
        Gen.Select(AnyRecipients, Gen.Double[0, 40], Gen.Double[0.1, 1].Array[4]).Sample((recipients, beyond, shares) =>
        {
            var found = MarginalAllocation.Divisible(recipients, Leasts(recipients) + beyond);

            var sum = shares.Take(recipients.Length).Sum();
            var equal = recipients.Select(recipient => recipient.Least + (beyond / recipients.Length));
            var proportional = recipients.Select((recipient, i) => recipient.Least + (beyond * shares[i] / sum));
            Left(recipients, found.Units).ShouldBeLessThanOrEqualTo(Left(recipients, [.. equal]) + Close);
            Left(recipients, found.Units).ShouldBeLessThanOrEqualTo(Left(recipients, [.. proportional]) + Close);
        });

    [Fact]
    public void Any_LargerBudget_LeavesNoMoreShortByNoLargerSteps() => AnyRecipients.Sample(recipients =>
    {
        var left = Enumerable.Range(0, 12)
            .Select(more => Left(recipients, MarginalAllocation.Divisible(recipients, Leasts(recipients) + more).Units))
            .ToArray();

        var steps = left.Zip(left.Skip(1), (before, after) => before - after).ToArray();
        steps.ShouldAllBe(step => step >= -Close);
        steps.Zip(steps.Skip(1)).ShouldAllBe(pair => pair.First >= pair.Second - Close);
    });

    [Fact]
    public void Budget_UnderTheLeasts_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => MarginalAllocation.Divisible([new(Curves.Uniform(60), least: 2)], 1));

    [Fact]
    public void WholeUnits_ThousandCommunitiesOverFourWeeks_NoOneCouldUseAUnitBetter()
    {
        var random = new Random(5);
        Recipient[] recipients = [.. Enumerable.Range(0, 1000).Select(_ =>
        {
            var size = 5 + (95 * random.NextDouble());
            return new Recipient(new ShortageCurve(
                Enumerable.Range(0, 28).Select(day => (Demand: Around(size * (1 + (0.2 * Math.Sin(day)))), Capacity: size))));
        })];

        var units = MarginalAllocation.WholeUnits(recipients, 2500).Units;

        units.Sum().ShouldBe(2500);
        var last = recipients.Select((recipient, i) => units[i] > 0 ? recipient.NextUnit(units[i] - 1) : double.PositiveInfinity).Min();
        recipients.Select((recipient, i) => recipient.NextUnit(units[i])).Max().ShouldBeLessThanOrEqualTo(last + Close);

        static PredictiveDistribution Around(double mean) => new(mean, 0.6 * mean, 0.75 * mean, 1.25 * mean, 1.45 * mean);
    }

    private static double Leasts(IEnumerable<Recipient> recipients) => recipients.Sum(recipient => recipient.Least);

    private static double Gain(Recipient recipient, double units) =>
        recipient.Weight * recipient.Yield * recipient.Curve.Marginal(recipient.Yield * units);

    private static double Left(IReadOnlyList<Recipient> recipients, IReadOnlyList<double> units) =>
        recipients.Zip(units, (recipient, of) => recipient.Weight * recipient.Shortage(of)).Sum();

    // All ways to give whole units to so many, at most a budget.
    private static IEnumerable<int[]> Ways(int recipients, int budget) => recipients == 0
        ? [[]]
        : Enumerable.Range(0, budget + 1).SelectMany(first => Ways(recipients - 1, budget - first).Select(rest => (int[])[first, .. rest]));
}
