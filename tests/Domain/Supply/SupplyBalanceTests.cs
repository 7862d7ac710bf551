using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Tests.Domain.Supply;

public sealed class SupplyBalanceTests
{
    [Fact]
    public void OfDay_HandbookExample_MatchesFourFifths()
    {
        // The handbook's own figures: demand 150 M, supply 120 M, match rate .80.
        var balance = SupplyBalance.OfDay(Certain(150e6), 120e6);

        balance.MatchRate.ShouldBe(0.80, 1e-12);
        balance.Shortage.ShouldBe(30e6, 1e-3);
        balance.Surplus.ShouldBe(0, 1e-3);
        balance.Utilisation.ShouldBe(1, 1e-12);
        balance.Status.ShouldBe(SupplyStatus.Shortage);
    }

    [Fact]
    public void OfDay_UncertainDemand_LosesVisitsThoughTheMeanFits()
    {
        // Uniform on (0, 100) against 60: shortage 8, surplus 60 - 50 + 8 = 18, served 42.
        var balance = SupplyBalance.OfDay(new PredictiveDistribution(50, 2.5, 10, 90, 97.5), 60);

        balance.Shortage.ShouldBe(8, 1e-9);
        balance.Surplus.ShouldBe(18, 1e-9);
        balance.MatchRate.ShouldBe(0.84, 1e-9);
        balance.Utilisation.ShouldBe(0.7, 1e-9);
        balance.ShortageProbability.ShouldBe(0.4, 1e-9);
    }

    [Fact]
    public void Sum_SurplusElsewhere_DoesNotServeAShortage()
    {
        var sum = SupplyBalance.OfDay(Certain(100), 60) + SupplyBalance.OfDay(Certain(20), 60);

        sum.Capacity.ShouldBe(120);
        sum.Demand.ShouldBe(120);
        sum.Shortage.ShouldBe(40, 1e-9);
        sum.Surplus.ShouldBe(40, 1e-9);
        sum.ShortageProbability.ShouldBe(0.5, 1e-9);
    }

    [Theory]
    [InlineData(100, 90, SupplyStatus.Shortage)]
    [InlineData(90, 100, SupplyStatus.Tight)]
    [InlineData(70, 100, SupplyStatus.Balanced)]
    [InlineData(40, 100, SupplyStatus.Idle)]
    [InlineData(0, 0, SupplyStatus.Idle)]
    [InlineData(5, 0, SupplyStatus.Shortage)]
    public void Status_CertainDemand_FollowsTheThresholds(double demand, double capacity, SupplyStatus expected) =>
        SupplyBalance.OfDay(Certain(demand), capacity).Status.ShouldBe(expected);

    [Fact]
    public void OfDay_NegativeCapacity_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => SupplyBalance.OfDay(Certain(1), -1));

    private static PredictiveDistribution Certain(double value) => new(value, value, value, value, value);
}
