using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Reconciliation;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Models.Engine;

/// <summary>Series that are closed for good, and those that are closed on some days of the week.</summary>
[Slow]
public sealed class ClosureTests
{
    [Fact]
    public void Run_ClosedSeries_IsForecastZeroFromItsClosure()
    {
        var panel = Synthetic.Monthly();
        var closing = new int?[panel.Keys.Count];
        (closing[3], closing[4]) = (panel.Axis.Count - 5, panel.Axis.Count + 2);
        for (var t = panel.Axis.Count - 5; t < panel.Axis.Count; t++) panel.Values[3][t] = float.NaN;

        var set = new ForecastEngine(new EngineOptions { TrainingRows = 3_000, Trees = 30 })
            .Run(new Panel(panel.Axis, panel.Schema, panel.Keys, panel.Values, activeTo: closing), 6, cancellationToken: Token);

        Series(set, 3).Mean.ShouldAllBe(mean => mean == 0);
        Series(set, 4).Mean[..2].ShouldAllBe(mean => mean > 0);
        Series(set, 4).Mean[2..].ShouldAllBe(mean => mean == 0);
    }

    [Fact]
    public void Train_HalfTheSeriesLongClosed_JudgesSumsWithoutThem()
    {
        var panel = Synthetic.Monthly(periods: 72);
        var closing = new int?[panel.Keys.Count];
        for (var series = 0; series < closing.Length; series += 2)
        {
            closing[series] = 24;
            panel.Values[series].AsSpan(24).Fill(float.NaN);
        }

        var engine = new ForecastEngine(new EngineOptions { Boosting = false, Reconciliation = ReconciliationMethod.BottomUp });
        var model = engine.Train(
            new Panel(panel.Axis, panel.Schema, panel.Keys, panel.Values, activeTo: closing), horizon: 6, cancellationToken: Token);

        model.Accuracy.Where(level => level.Level == "total").ShouldAllBe(total => total.Wape < 0.1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ReconciliationMethod.WlsStruct)]
    public void Run_ClosedWeekends_AreForecastZero(ReconciliationMethod? method)
    {
        var panel = Daily(mean: 12, isOpen: (series, day) => series > 1 || day is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        var set = new ForecastEngine(new EngineOptions { Trees = 30, Reconciliation = method }).Run(panel, 14, cancellationToken: Token);

        for (var h = 0; h < 14; h++)
        {
            var (closing, open) = (Series(set, 0), Series(set, 2));
            open.Mean[h].ShouldBeInRange(4, 25);
            if (set.Periods[h].DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) (closing.Mean[h], closing.Upper95[h]).ShouldBe((0, 0));
            else closing.Mean[h].ShouldBeInRange(4, 25);
        }
    }

    [Fact]
    public void Run_FewVisits_AreExpectedOnWeekdaysThatHappenedToSeeNone()
    {
        var panel = Daily(mean: 0.3, isOpen: (_, _) => true);
        // Half a year of Mondays without a visit: by chance, at two a week.
        for (var t = 0; t < panel.Axis.Count; t++)
        {
            if (panel.Axis[t].DayOfWeek == DayOfWeek.Monday) panel.Values[0][t] = 0;
        }

        var set = new ForecastEngine(new EngineOptions { Trees = 30 }).Run(panel, 14, cancellationToken: Token);

        Series(set, 0).Mean.ShouldAllBe(mean => mean > 0.001);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static NodeForecast Series(ForecastSet set, int series) =>
        set.Nodes.Where(forecast => forecast.Node.IsBottom).OrderBy(forecast => forecast.Node.Key, StringComparer.Ordinal)
            .ElementAt(series);

    /// <summary>Counts a day of six series in two districts, Poisson around a mean where they are open.</summary>
    private static Panel Daily(double mean, Func<int, DayOfWeek, bool> isOpen)
    {
        var axis = new TimeAxis(Frequency.Daily, new DateTime(2024, 1, 1), 210);
        var random = new RandomStream(4, "visits");
        return new Panel(
            axis,
            new KeySchema(["district", "community"], [["district", "community"]]),
            [.. Enumerable.Range(0, 6).Select(series => (string[])[$"d{series / 3}", $"c{series}"])],
            [.. Enumerable.Range(0, 6).Select(series => Enumerable.Range(0, axis.Count)
                .Select(t => isOpen(series, axis[t].DayOfWeek) ? random.Poisson(mean) : 0.0).ToArray())]);
    }
}
