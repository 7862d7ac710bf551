using System.ComponentModel.DataAnnotations;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Reconciliation;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Models.Engine;

public sealed class EdgeCaseTests
{
    private static readonly ForecastEngine Engine = new(new EngineOptions { TrainingRows = 3_000, Trees = 30 });

    [Fact]
    [Slow(15)]
    public void Run_SeriesThatNeverSawDemand_IsForecastZero()
    {
        var set = Run(Synthetic.Monthly(change: (series, values) => Blank(series == 5, values, _ => 0)));

        Bottom(set, 5).Mean.ShouldAllBe(mean => mean == 0);
        Bottom(set, 5).Lower95.ShouldAllBe(lower => lower == 0);
    }

    [Fact]
    public void Run_ConstantSeries_IsForecastItself()
    {
        var panel = Single(Frequency.Monthly, [.. Enumerable.Repeat(7.0, 40)]);

        Engine.Run(panel, 4, cancellationToken: Token).Nodes.Single().Mean.ShouldAllBe(mean => Math.Abs(mean - 7) < 0.05);
    }

    [Fact]
    [Slow(15)]
    public void Run_SeriesWithoutAnyPast_IsForecastFromItsPeers()
    {
        var set = Run(Synthetic.Monthly(change: (series, values) => Blank(series == 5, values, _ => double.NaN)));

        var newcomer = Bottom(set, 5);
        newcomer.Model.ShouldBe("peers");
        newcomer.Drivers.ShouldHaveSingleItem().Code.ShouldBe("driver.peers");
        newcomer.Mean.ShouldAllBe(mean => mean > 3 && mean < 100);
    }

    [Theory]
    [Slow(15)]
    [InlineData(null)]
    [InlineData(ReconciliationMethod.Ols)]
    [InlineData(ReconciliationMethod.WlsVariance)]
    public void Run_SeriesWithoutAnyPast_KeepItsDemandWhateverReconciles(ReconciliationMethod? method)
    {
        var panel = Synthetic.Monthly(change: (series, values) => Blank(series % 4 == 1, values, _ => double.NaN));
        var engine = new ForecastEngine(new EngineOptions { TrainingRows = 3_000, Trees = 30, Reconciliation = method });
        var model = engine.Train(panel, 6, cancellationToken: Token);
        var parts = engine.Predict(model, panel, cancellationToken: Token);
        var coherent = engine.Reconcile(model, [parts], Token).Nodes
            .ToDictionary(forecast => forecast.Node, forecast => forecast.Mean.Sum());

        var newcomers = parts.Nodes.Where(forecast => forecast.Unseen == 1 && forecast.Node.IsBottom).ToArray();
        newcomers.Length.ShouldBeGreaterThan(3);
        newcomers.Sum(forecast => coherent[forecast.Node])
            .ShouldBe(newcomers.Sum(forecast => forecast.Mean.Sum()), 0.1 * newcomers.Sum(forecast => forecast.Mean.Sum()));
    }

    [Theory]
    [Slow(15)]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_SeriesWithFewValues_LeansOnThemAndItsPeers(int known)
    {
        var set = Run(
            Synthetic.Monthly(change: (series, values) => Blank(series == 5, values, t => t < values.Length - known ? double.NaN : 30)));

        Bottom(set, 5).Mean.ShouldAllBe(mean => mean > 5 && mean < 100);
    }

    [Fact]
    [Slow(15)]
    public void Run_GapsInSeries_ChangeLittle()
    {
        var whole = Run(Synthetic.Monthly());
        var gaps = Run(Synthetic.Monthly(change: (series, values) => values[(series % 7) + 30] = double.NaN));

        foreach (var (a, b) in whole.Nodes.Zip(gaps.Nodes))
        {
            for (var h = 0; h < a.Mean.Length; h++) b.Mean[h].ShouldBe(a.Mean[h], 0.25 * a.Mean[h]);
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(5, 12)]
    [InlineData(13, 12)]
    [InlineData(25, 30)]
    public void Run_ShortPanel_StillForecastsFiniteValues(int periods, int horizon)
    {
        var set = Engine.Run(Synthetic.Monthly(periods), horizon, cancellationToken: Token);

        foreach (var node in set.Nodes)
        {
            node.Mean.Length.ShouldBe(horizon);
            for (var h = 0; h < horizon; h++)
            {
                double.IsFinite(node.Upper95[h]).ShouldBeTrue();
                node.Lower95[h].ShouldBeInRange(0, node.Mean[h]);
            }
        }
    }

    [Theory]
    [InlineData(Frequency.Hourly, 24, 24 * 21)]
    [InlineData(Frequency.Daily, 7, 7 * 60)]
    [InlineData(Frequency.Weekly, 52, 52 * 4)]
    [InlineData(Frequency.Quarterly, 4, 40)]
    [InlineData(Frequency.Yearly, 5, 30)]
    public void Run_AnyFrequency_FollowsTheSeason(Frequency frequency, int season, int periods)
    {
        var values = Enumerable.Range(0, periods + season).Select(t => 100 + (40 * Math.Sin(2 * Math.PI * t / season))).ToArray();
        var engine = new ForecastEngine(new EngineOptions { TrainingRows = 3_000, Trees = 30, Season = season });

        var mean = engine.Run(Single(frequency, values[..periods]), season, cancellationToken: Token).Nodes.Single().Mean;

        for (var h = 0; h < season; h++) mean[h].ShouldBe(values[periods + h], 15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Run_NothingButZerosBeforeTheBacktestsOrigins_IsForecast(int series)
    {
        const int Days = 90;
        var random = new Random(1);
        var values = Enumerable.Range(0, series)
            .Select(_ => Enumerable.Range(0, Days).Select(t => t == 0 ? 1.0 : t < Days - 21 ? 0 : random.Next(15, 26)).ToArray())
            .ToArray();
        var panel = new Panel(
            new TimeAxis(Frequency.Daily, new DateTime(2025, 1, 6), Days),
            new KeySchema(["k"], [["k"]]),
            [.. Enumerable.Range(0, series).Select(i => new[] { $"k{i}" })],
            values);

        var set = new ForecastEngine(new EngineOptions()).Run(panel, 28, cancellationToken: Token);

        set.Nodes.Single(node => node.Node is { IsBottom: true, Key: "k0" }).Mean.Average().ShouldBeInRange(5, 40);
    }

    [Fact]
    public void Run_KeysThatReadAlikeJoined_AreSeriesOfTheirOwn()
    {
        var panel = new Panel(
            new TimeAxis(Frequency.Monthly, new DateTime(2020, 1, 1), 30),
            new KeySchema(["x", "y"], []),
            [["a|b", "c"], ["a", "b|c"]],
            [[.. Enumerable.Repeat(5.0, 30)], [.. Enumerable.Repeat(50.0, 30)]]);

        Engine.Run(panel, 3, cancellationToken: Token).Nodes.Select(node => Math.Round(node.Mean[0])).ShouldBe([5, 50]);
    }

    [Fact]
    public void Calendar_NotKnownOnADay_SaysSo() =>
        Should.Throw<ArgumentException>(() => new CalendarFeatures(["is_holiday"], [[0, float.NaN, 1]]))
            .Message.ShouldContain("is_holiday");

    [Fact]
    public void Engine_MemberThatThereIsNot_SaysWhichThereAre() =>
        Should.Throw<ValidationException>(() => new ForecastEngine(new EngineOptions { Members = ["lightbgm"] })).Message
            .ShouldContain("lightgbm_index");

    [Fact]
    public void Drivers_HoursOfThreeWeeks_SayNothingOfAYear()
    {
        var panel = Single(Frequency.Hourly, [.. Enumerable.Range(0, 21 * 24).Select(hour => 50 * Math.Pow(1.3, hour / 168))]);

        Engine.Run(panel, 24, cancellationToken: Token).Nodes.Single().Drivers
            .ShouldContain(driver => driver.Code == "driver.week_on_week" && (double)driver["effect"]! > 0);
    }

    [Fact]
    public void Train_CalendarTooShort_SaysHowLongItMustBe() => Should.Throw<ArgumentException>(() =>
    {
        var panel = Synthetic.Monthly(40);
        var calendar = new CalendarFeatures(["is_holiday"], [new float[42]]);
        Engine.Train(new Panel(panel.Axis, panel.Schema, panel.Keys, panel.Values, calendar), 6, cancellationToken: Token);
    }).Message.ShouldContain("46 are needed");

    [Fact]
    [Slow(15)]
    public void Drivers_HolidayOfTheHorizon_AreNamedWithTheirEffect()
    {
        // Each eighth month is a holiday that halves demand; the first of the horizon is one.
        var holidays = Enumerable.Range(0, 86).Select(t => t % 8 == 0 ? 1f : 0f).ToArray();
        var plain = Synthetic.Monthly(80, change: (_, values) =>
        {
            for (var t = 0; t < values.Length; t++) values[t] *= t % 8 == 0 ? 0.5 : 1;
        });
        var panel = new Panel(plain.Axis, plain.Schema, plain.Keys, plain.Values, new CalendarFeatures(["is_holiday"], [holidays]));

        var set = new ForecastEngine(new EngineOptions { TrainingRows = 8_000, Trees = 100 }).Run(panel, 6, cancellationToken: Token);

        var effects = set.Nodes.SelectMany(node => node.Drivers)
            .Where(driver => driver.Code == "driver.occasion" && driver["occasion"] is "holiday")
            .ToArray();
        effects.Length.ShouldBeGreaterThan(set.Nodes.Count / 2);
        foreach (var effect in effects) (100 * (double)effect["effect"]!).ShouldBe(-50, 10);
        Bottom(set, 0).Mean[0].ShouldBeLessThan(0.8 * Bottom(set, 0).Mean[1]);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ForecastSet Run(Panel panel) => Engine.Run(panel, 6, cancellationToken: Token);

    private static NodeForecast Bottom(ForecastSet set, int series) =>
        set.Nodes.Single(forecast => forecast.Node.IsBottom && forecast.Node.Key == string.Join('|', Synthetic.Monthly(1).Keys[series]));

    private static void Blank(bool apply, double[] values, Func<int, double> value)
    {
        for (var t = 0; apply && t < values.Length; t++) values[t] = value(t);
    }

    private static Panel Single(Frequency frequency, double[] values) =>
        new(new TimeAxis(frequency, new DateTime(2015, 1, 5), values.Length), new KeySchema(["key"], []), [["a"]], [values]);
}
