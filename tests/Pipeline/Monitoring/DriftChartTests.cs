using CommunityDemand.Pipeline.Monitoring;

namespace CommunityDemand.Tests.Pipeline.Monitoring;

public sealed class DriftChartTests
{
    private const int Days = 28;

    private static readonly DateOnly First = new(2026, 3, 1);

    [Theory]
    [InlineData(1, 0.05)]
    [InlineData(1, 0.01)]
    [InlineData(20, 0.05)]
    public void LimitFor_ErrorsAsInTheBacktest_KeepsTheRateOfFalseAlarms(int series, double rate)
    {
        const int Windows = 4000;
        var limit = DriftChart.LimitFor(series, Days, rate);
        var random = new Random(5);

        var alarms = Enumerable.Range(0, Windows)
            .Count(_ => Enumerable.Range(0, series).Any(_ => EverAlarms(limit, Days, () => Normal(random))));

        // The charts start at 0 and the bound is a union's, so that the true rate is lower.
        ((double)alarms / Windows).ShouldBeLessThan(rate);
    }

    [Fact]
    public void Drift_LevelShift_IsFoundWithItsSideAndItsDay()
    {
        var chart = new DriftChart(DriftChart.LimitFor(100, Days, 0.01), fewest: 7);
        var random = new Random(7);
        for (var day = 0; day < Days; day++) chart.Add(First.AddDays(day), Normal(random) + (day >= 18 ? -2.5 : 0));

        var drift = chart.Drift().ShouldNotBeNull();

        drift.Kind.ShouldBe(DriftKind.Below);
        drift.Since.DayNumber.ShouldBeInRange(First.AddDays(17).DayNumber, First.AddDays(19).DayNumber);
        chart.Signal.ShouldNotBeNull().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Drift_ErrorsThreeTimesAsWide_IsWider()
    {
        var chart = new DriftChart(DriftChart.LimitFor(1, Days, 0.01), fewest: 7);
        for (var day = 0; day < Days; day++) chart.Add(First.AddDays(day), day % 2 == 0 ? 2.4 : -2.4);

        chart.Drift().ShouldNotBeNull().Kind.ShouldBe(DriftKind.Wider);
    }

    [Fact]
    public void Drift_OneOddDay_IsNone()
    {
        var chart = new DriftChart(DriftChart.LimitFor(1, Days, 0.01), fewest: 7);
        for (var day = 0; day < Days; day++) chart.Add(First.AddDays(day), day == 20 ? 50 : 0.3);

        chart.Drift().ShouldBeNull();
    }

    [Fact]
    public void Signal_BeforeAWeek_IsUnknown()
    {
        var chart = new DriftChart(5, fewest: 7);
        for (var day = 0; day < 6; day++) chart.Add(First.AddDays(day), 3);

        chart.Signal.ShouldBeNull();
        chart.Drift().ShouldBeNull();
    }

    private static bool EverAlarms(double limit, int days, Func<double> error)
    {
        var chart = new DriftChart(limit, fewest: 7);
        var alarm = false;
        for (var day = 0; day < days; day++)
        {
            chart.Add(First.AddDays(day), error());
            alarm |= chart.Signal > 1;
        }

        return alarm;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
