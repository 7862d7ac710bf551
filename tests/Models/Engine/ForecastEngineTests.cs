using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Models.Engine;

[Slow(60)]
public sealed class ForecastEngineTests
{
    private static readonly ForecastEngine Engine = new(new EngineOptions { TrainingRows = 4_000, Trees = 40 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Run_Hierarchy_EveryNodeIsTheSumOfItsSeriesAndIntervalsAreOrdered()
    {
        var set = Engine.Run(Synthetic.Monthly(), 6, cancellationToken: Token);

        var bottoms = set.Nodes.Where(forecast => forecast.Node.IsBottom).ToArray();
        bottoms.Length.ShouldBe(24);
        set.Nodes.Count.ShouldBe((1 + 2 + 6) * (1 + 2 + 4));
        foreach (var forecast in set.Nodes)
        {
            for (var h = 0; h < 6; h++)
            {
                forecast.Lower95[h].ShouldBeInRange(0, forecast.Lower80[h]);
                forecast.Lower80[h].ShouldBeLessThanOrEqualTo(forecast.Mean[h]);
                forecast.Upper80[h].ShouldBeInRange(forecast.Mean[h], forecast.Upper95[h]);
                forecast.Median[h].ShouldBeInRange(forecast.Lower80[h], forecast.Upper80[h]);
            }
        }

        var district = set.Nodes.Single(forecast => forecast.Node is { Level: "district+need+service", Key: "d0|n1|s2" });
        for (var h = 0; h < 6; h++)
        {
            bottoms.Where(forecast => forecast.Node.Values[0] == "d0" && forecast.Node.Values[3] == "s2").Sum(forecast => forecast.Mean[h])
                .ShouldBe(district.Mean[h], 1e-6);
        }
    }

    [Fact]
    public void Run_SeasonalSeries_BeatsSeasonalNaive()
    {
        var result = Engine.Backtest(Synthetic.Monthly(60), 12, origins: 1, step: 1, cancellationToken: Token);

        var bottom = result.Accuracy.Single(row => row is { Level: "bottom", FromHorizon: 1, ToHorizon: 12 });
        bottom.Rmsse.ShouldBeLessThan(0.85 * bottom.NaiveRmsse);
        bottom.Coverage80.ShouldBeInRange(0.65, 0.95);
    }

    [Fact]
    public void Run_Twice_GivesTheSameBits()
    {
        var first = Engine.Run(Synthetic.Monthly(), 6, cancellationToken: Token);
        var second = Engine.Run(Synthetic.Monthly(), 6, cancellationToken: Token);

        ShouldBeSame(first, second);
    }

    [Fact]
    public void Run_FutureChanged_ChangesNothingBefore()
    {
        var seen = Synthetic.Monthly(60).Truncate(45);
        var changed = Synthetic.Monthly(60, change: (series, values) =>
        {
            for (var t = 45; t < values.Length; t++) values[t] = (1000 * series) + t;
        }).Truncate(45);

        ShouldBeSame(
            Engine.Run(seen, 6, cancellationToken: Token),
            Engine.Run(changed, 6, cancellationToken: Token));
    }

    [Fact]
    public void Predict_InParts_GivesTheSameBitsAsAtOnce()
    {
        var panel = Synthetic.Monthly();
        var model = Engine.Train(panel, 6, cancellationToken: Token);
        var whole = Engine.Predict(model, panel, cancellationToken: Token);

        var parts = new[] { "d0", "d1" }
            .Select(district => Engine.Predict(
                model, panel.Where(key => key[0] == district), node => node.Values.Count > 0 && node.Values[0] == district, null, Token))
            .Append(Engine.Predict(
                model,
                panel.SumTo(["district", "need", "service"]),
                node => !node.Level.Contains("district", StringComparison.Ordinal),
                null,
                Token))
            .ToArray();

        ShouldBeSame(Engine.Reconcile(model, [whole], Token), Engine.Reconcile(model, parts, Token));
    }

    [Fact]
    public void SaveAndLoad_Model_ForecastsTheSameBits()
    {
        var panel = Synthetic.Monthly();
        var model = Engine.Train(panel, 6, cancellationToken: Token);
        using var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;

        var loaded = TrainedModel.Load(stream);

        loaded.Version.ShouldBe(model.Version);
        ShouldBeSame(
            Engine.Reconcile(model, [Engine.Predict(model, panel, cancellationToken: Token)], Token),
            Engine.Reconcile(loaded, [Engine.Predict(loaded, panel, cancellationToken: Token)], Token));
    }

    internal static void ShouldBeSame(ForecastSet a, ForecastSet b)
    {
        a.Nodes.Count.ShouldBe(b.Nodes.Count);
        foreach (var (x, y) in a.Nodes.Zip(b.Nodes))
        {
            x.Node.ShouldBe(y.Node);
            x.Model.ShouldBe(y.Model);
            x.Drivers.ShouldBe(y.Drivers);
            x.Mean.ShouldBe(y.Mean);
            x.Median.ShouldBe(y.Median);
            x.Lower95.ShouldBe(y.Lower95);
            x.Lower80.ShouldBe(y.Lower80);
            x.Upper80.ShouldBe(y.Upper80);
            x.Upper95.ShouldBe(y.Upper95);
        }
    }
}
