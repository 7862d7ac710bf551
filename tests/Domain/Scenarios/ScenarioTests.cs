using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Supply;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Scenarios;

public sealed class ScenarioTests
{
    private static readonly Message Title = new("assumed");

    private const double Close = 1e-9;

    [Fact]
    public void Ageing_TwoPoints_MultipliesSensitiveDemandBySquareOfElasticity()
    {
        ScenarioSeries[] series = [Place("c1", [100], 120, sensitive: true), Place("c2", [100], 120)];

        var (index, after) = new AgeingScenario("a", Title, 2, new AgeingElasticity(Math.Log(1.15), 0.01, 0)).Apply(series)
            .ShouldHaveSingleItem();

        index.ShouldBe(0);
        after.Demand.ShouldBe(132.25, Close);
        after.Balance.Shortage.ShouldBe(12.25, Close);
        after.Lower.ShouldBe(100 * Math.Exp(2 * (Math.Log(1.15) - (0.01 * 1.959964))), 1e-4);
        after.Upper.ShouldBe(100 * Math.Exp(2 * (Math.Log(1.15) + (0.01 * 1.959964))), 1e-4);
    }

    [Fact]
    public void Ageing_FewerOld_KeepsTheBoundsInOrder()
    {
        var (_, after) = new AgeingScenario("a", Title, -1, AgeingElasticity.Handbook).Apply([Place("c1", [100], 120, sensitive: true)])
            .Single();

        after.Lower.ShouldBeLessThan(after.Demand);
        after.Upper.ShouldBeGreaterThan(after.Demand);
    }

    [Fact]
    public void Surge_ServiceAreaAndDays_ChangesThoseAlone()
    {
        ScenarioSeries[] series =
            [Place("c1", [10, 10, 10], 12), Place("c2", [10, 10, 10], 12), Place("c1", [10, 10, 10], 12, service: "other")];

        var (index, after) = new SurgeScenario("s", Title, 1.5, ["s"], ["c1"], 1, 1).Apply(series).ShouldHaveSingleItem();

        index.ShouldBe(0);
        after.Demand.ShouldBe(35, Close);
        after.Balance.Shortage.ShouldBe(3, Close);
    }

    [Fact]
    public void NewCentre_MoreCapacity_ServesMoreAndDrawsDemand()
    {
        var (_, after) = new NewCentreScenario("n", Title, "c1", "s", 15, 0.1).Apply([Place("c1", [100, 50], 80)]).Single();

        after.Demand.ShouldBe(165, Close);
        after.Balance.Capacity.ShouldBe(190, Close);
        after.Balance.Shortage.ShouldBe(15, Close);
        Should.Throw<ArgumentException>(
            () => new NewCentreScenario("n", Title, "c9", "s", 15, 0).Apply([Place("c1", [100], 80)]).ToList()).Message.ShouldContain("c9");
    }

    [Fact]
    public void ClosedCentre_HalfMoves_GoesToNeighboursByTheirDemand()
    {
        // c2 expects 60 and c3 20: of the 20 that move they get 15 and 5. The other 20 stay unserved; c4 lies elsewhere.
        ScenarioSeries[] series =
            [Place("c1", [40], 50), Place("c2", [60], 70), Place("c3", [20], 30), Place("c4", [60], 70, subdistrict: "far")];

        var after = new ClosedCentreScenario("c", Title, "c1", "s", 0.5).Apply(series).ToDictionary(of => of.Index, of => of.Totals);

        after.Keys.ShouldBe([0, 1, 2]);
        (after[0].Demand, after[0].Balance.Capacity, after[0].Balance.Shortage).ShouldBe((20, 0, 20));
        after[1].Demand.ShouldBe(75, Close);
        after[1].Balance.Shortage.ShouldBe(5, Close);
        after[2].Demand.ShouldBe(25, Close);
    }

    [Fact]
    public void ClosedCentre_Any_TakesNoDemandAwayAndServesNothingThatStays() =>
        Gen.Select(Gen.Double[0, 50].Array[3].Array[4], Gen.Double[0, 1]).Sample((demand, moved) =>
        {
            ScenarioSeries[] series = [.. demand.Select((days, i) => Place($"c{i}", days, 25))];

            var after = new ClosedCentreScenario("c", Title, "c0", null, moved).Apply(series).ToDictionary(of => of.Index, of => of.Totals);

            after.Values.Sum(of => of.Demand).ShouldBe(series.Sum(of => of.Totals.Demand), 1e-6);
            // What moves may be served where it goes, even what the centre itself could not serve.
            after.Values.Sum(of => of.Balance.Shortage).ShouldBeGreaterThanOrEqualTo(((1 - moved) * demand[0].Sum()) - 1e-6);
        });

    [Fact]
    public void MovedHoliday_SameWeekday_TradesPlaces()
    {
        var days = Weeks();
        days[3] = 5;

        var after = Moved([Place("c1", days, 1000)], 3, 10);

        after.Demand.ShouldBe(days.Sum(), Close);
    }

    [Fact]
    public void MovedHoliday_OtherWeekday_LeavesAPlainDayBehind()
    {
        // Weekdays expect 10 to 70; the holiday on the fourth (40) expects 5. Moved to a fifth (50), that expects 5 and the fourth 50 x
        // 40/50.
        var days = Weeks();
        days[3] = 5;

        var after = Moved([Place("c1", days, 1000)], 3, 11);

        after.Demand.ShouldBe(days.Sum() - 50 + 40, Close);
    }

    [Fact]
    public void Scale_Any_ScalesMeanAndQuantiles() =>
        Gen.Select(Gen.Double[0, 50], Gen.Double[0, 50].Array[4], Gen.Double[0, 3], Gen.Double[0, 60]).Sample((mean, b, factor, capacity) =>
        {
            var day = new PredictiveDistribution(mean, b[0], b[1], b[2], b[3]);

            day.Scale(factor).Mean.ShouldBe(factor * mean, 1e-9);
            day.Scale(factor).ExpectedAbove(factor * capacity).ShouldBe(factor * day.ExpectedAbove(capacity), 1e-7);
        });

    private static ScenarioTotals Moved(ScenarioSeries[] series, int from, int to) =>
        new MovedHolidayScenario("m", Title, from, to).Apply(series).Single().Totals;

    private static double[] Weeks() => [.. Enumerable.Range(0, 28).Select(day => 10.0 * ((day % 7) + 1))];

    private static ScenarioSeries Place(
        string community,
        double[] demand,
        double capacity,
        string service = "s",
        string subdistrict = "near",
        bool sensitive = false) => new(
        new SeriesKey("d", subdistrict, community, "n", service),
        sensitive,
        [.. demand.Select(mean => new PredictiveDistribution(mean, mean, mean, mean, mean))],
        [.. demand.Select(_ => (double?)capacity)],
        [.. demand.Select(_ => 1.0)]);
}
