using CommunityDemand.Models;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Tests.Models;

public sealed class NoLookAheadTests
{
    private const int Origin = 40;
    private const int Horizon = 6;

    [Fact]
    public void Members_EverythingAfterTheOriginChanged_ForecastTheSameBits()
    {
        var options = new EngineOptions { TrainingRows = 3_000, Trees = 30 };

        var real = Forecast(options, change: null);
        var changed = Forecast(options, (series, values) =>
        {
            for (var t = Origin; t < values.Length; t++) values[t] = t % 5 == 0 ? double.NaN : 7_000 + (series * t);
        });

        for (var member = 0; member < real.Length; member++)
        {
            for (var node = 0; node < real[member].Length; node++) changed[member][node].ShouldBe(real[member][node]);
        }
    }

    private static double[]?[][] Forecast(EngineOptions options, Action<int, double[]>? change)
    {
        var panel = Synthetic.Monthly(60, change: change);
        var history = new PanelHistory(NodePanel.Of(panel, panel.Schema, 12), Horizon);
        var views = TrainingSample.Origins(history).Select(origin => (origin, MemberRun.At(history, origin).Features)).ToArray();
        var boosted = BoostedModel.Fit(views, history, Origin, options);
        boosted.ShouldNotBeNull();
        return AllMembers.Forecast(MemberRun.At(history, Origin), withBoosting: true, boosted, TestContext.Current.CancellationToken);
    }
}
