using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Models.History;

/// <summary>Once an outage is over, nothing learns from it, wherever it lies and whatever is forecast.</summary>
public sealed class OutageMaskTests
{
    private const int Days = 900;

    [Fact]
    public void Draw_LockdownThatIsOver_IsNoTarget()
    {
        var history = History(Daily(t => t is >= 600 and < 691 ? 0.1 : 1));
        var views = TrainingSample.Origins(history).Select(origin => MemberRun.At(history, origin).Features).ToArray();

        var rows = TrainingSample.Draw(
            views, history, Days, views[^1].Names().Length, new EngineOptions { TrainingRows = 20_000 }.ForBoosting);

        rows.Length.ShouldBeGreaterThan(10_000);
        rows.ShouldAllBe(row => row.Label > 0.25);
    }

    [Fact]
    public void Window_LockdownAtItsStart_BeginsWithAKnownValue()
    {
        var run = MemberRun.At(History(Daily(t => t is >= 400 and < 600 ? 0.1 : 1)), Days);

        for (var node = 0; node < run.Nodes.Count; node++)
        {
            var window = CleanSeries.Of(run, node, run.IndexOf(node)).Window();
            double.IsNaN(window.Values[0]).ShouldBeFalse();
            // Around a level that stays, a smoothing that begins there has nothing to follow.
            PooledSmoothing.Fit(window).Alpha.ShouldBeLessThan(0.2);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Predict_SumsAloneAfterALockdown_GivesTheSameBitsAsAtOnce(bool locked)
    {
        var engine = new ForecastEngine(new EngineOptions { Boosting = false });
        var panel = Daily(t => locked && t is >= 500 and < 680 ? 0.1 : 1);
        var model = engine.Train(panel, 28, cancellationToken: Token);

        var whole = engine.Predict(model, panel, cancellationToken: Token).Nodes
            .ToDictionary(forecast => forecast.Node, forecast => forecast.Mean);
        var sums = engine.Predict(model, panel.SumTo(["district", "need", "service"]), cancellationToken: Token).Nodes;

        sums.Count.ShouldBeGreaterThan(5);
        foreach (var sum in sums) sum.Mean.ShouldBe(whole[sum.Node], sum.Node.ToString());
    }

    [Fact]
    public void Known_HourlyLockdownOfThreeWeeksThatIsOver_IsLeftOut()
    {
        const int Week = 168;
        var values = Enumerable.Range(0, 40 * Week).Select(t => t is >= 20 * Week and < 23 * Week ? 1.0 : 10).ToArray();
        var panel = new Panel(
            new TimeAxis(Frequency.Hourly, new DateTime(2025, 1, 6), values.Length), new KeySchema(["key"], []), [["a"]], [values]);

        new PanelHistory(NodePanel.Of(panel, panel.Schema, 24), 24).Known(0, values.Length)[21 * Week].ShouldBe(double.NaN);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PanelHistory History(Panel panel) => new(NodePanel.Of(panel, panel.Schema, 7), 28);

    /// <summary>Noise around a weekly season, times a factor.</summary>
    private static Panel Daily(Func<int, double> factor)
    {
        string[][] keys = [.. from community in Enumerable.Range(0, 4)
            from service in Enumerable.Range(0, 2)
            select new[] { $"d{community / 2}", $"c{community}", "n", $"s{service}" }];
        double[][] values = [.. keys.Select((_, series) =>
        {
            var random = new Random(series);
            return Enumerable.Range(0, Days).Select(t =>
            {
                var mean = 50 * (1 + (0.3 * Math.Sin(2 * Math.PI * t / 7))) * factor(t);
                return Math.Max(
                    0, Math.Round(mean + (Math.Sqrt(mean) * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2)));
            }).ToArray();
        })];
        return new Panel(new TimeAxis(Frequency.Daily, new DateTime(2022, 1, 3), Days), Synthetic.City, keys, values);
    }
}
