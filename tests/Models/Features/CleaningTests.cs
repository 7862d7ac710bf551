using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Models.Features;

public sealed class CleaningTests
{
    private const int Year = 364;

    [Fact]
    public void Find_QuarterUnderLockdown_IsKnownOnlyOnceItIsOver()
    {
        var outage = OutageFinder.Find(Sums(1000, t => t is >= 490 and < 581 ? 10 : 100), 1000, Frequency.Daily, Year)
            .ShouldHaveSingleItem();

        outage.From.ShouldBeInRange(476, 490);
        outage.To.ShouldBeInRange(581, 595);
        outage.KnownFrom.ShouldBeGreaterThanOrEqualTo(581);
        OutageFinder.KnownAt([outage], 570, Year).ShouldBeEmpty();
        OutageFinder.KnownAt([outage], 700, Year).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(487, 578)]
    [InlineData(491, 585)]
    [InlineData(494, 580)]
    public void Find_LockdownFromDayToDay_HoldsAllItsDaysAndFewOthers(int from, int to)
    {
        var outage = OutageFinder.Find(Sums(1000, t => t >= from && t < to ? 10 : 100), 1000, Frequency.Daily, Year).ShouldHaveSingleItem();

        outage.From.ShouldBeInRange(from - 14, from);
        outage.To.ShouldBeInRange(to, to + 14);
        outage.KnownFrom.ShouldBeGreaterThanOrEqualTo(outage.To);
    }

    [Fact]
    public void Find_LaterPeriodsChanged_FindsTheSameBefore()
    {
        Outage[] Before(double after) =>
            [.. OutageFinder.Find(Sums(1000, t => t >= 700 ? after : t is >= 300 and < 380 ? 5 : 100), 1000, Frequency.Daily, Year)
                .Where(outage => outage.KnownFrom <= 700)];

        Before(100).ShouldBe(Before(900));
        Before(100).ShouldHaveSingleItem();
    }

    [Fact]
    public void KnownAt_SameMonthsEveryYear_AreTheSeasons()
    {
        var found = OutageFinder.Find(Sums(1092, t => t % Year is >= 180 and < 240 ? 20 : 100), 1092, Frequency.Daily, Year);

        found.Count.ShouldBe(3);
        OutageFinder.KnownAt(found, 1092, Year).ShouldBeEmpty();
    }

    [Fact]
    public void Find_LevelThatNeverComesBack_IsNoOutage() =>
        OutageFinder.Find(Sums(1400, t => t >= 500 ? 20 : 100), 1400, Frequency.Daily, Year).ShouldBeEmpty();

    [Fact]
    public void Find_LevelHalvedSixWeeksAgo_IsFoundWithItsFactor()
    {
        var values = Noise(400, t => t >= 358 ? 20 : 40);

        var shift = LevelShift.Find(new SeriesWindow(values, Ones(428), 7), 84, 14);

        shift.ShouldNotBeNull();
        shift.Value.At.ShouldBeInRange(351, 365);
        shift.Value.Factor.ShouldBe(0.5, 0.05);
    }

    [Fact]
    public void Find_NoiseAlone_ShiftsInLessThanOneOfAHundredSeries()
    {
        var found = Enumerable.Range(0, 400)
            .Count(seed => LevelShift.Find(new SeriesWindow(Noise(400, _ => 5, seed), Ones(428), 7), 84, 14) is not null);

        found.ShouldBeLessThan(4);
    }

    [Fact]
    [Slow]
    public void Run_LockdownAYearAgo_ForecastsAsIfItHadNotBeen()
    {
        var (calm, struck) = (Forecast(_ => 1), Forecast(t => t is >= 600 and < 691 ? 0.1 : 1));

        struck.ShouldBe(calm, 0.05 * calm);
    }

    private static double Forecast(Func<int, double> factor)
    {
        var values = Enumerable.Range(0, 6)
            .Select(series => Noise(900, t => 50 * (1 + (0.3 * Math.Sin(2 * Math.PI * t / 7))) * factor(t), series))
            .ToArray();
        var panel = new Panel(
            new TimeAxis(Frequency.Daily, new DateTime(2022, 1, 3), 900),
            new KeySchema(["s"], [["s"]]),
            [.. Enumerable.Range(0, 6).Select(i => new[] { $"s{i}" })],
            values);
        var set = new ForecastEngine(new EngineOptions { TrainingRows = 2_000, Trees = 20 })
            .Run(panel, 28, cancellationToken: TestContext.Current.CancellationToken);
        return set.Nodes.Single(forecast => forecast.Node.Level == "total").Mean.Sum();
    }

    private static RunningSums Sums(int periods, Func<int, double> value) => new([.. Enumerable.Range(0, periods).Select(value)]);

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    /// <summary>Means with noise of about a count's variance.</summary>
    private static double[] Noise(int periods, Func<int, double> mean, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, periods).Select(t => Math.Max(
            0, Math.Round(mean(t) + (Math.Sqrt(mean(t)) * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2))))];
    }
}
