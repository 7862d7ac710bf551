using CommunityDemand.Models;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Tests.Models;

public sealed class NoLookAheadTests
{
    private const int Origin = 40;
    private const int Horizon = 6;

    private static readonly string[] Names = [.. StatisticalMembers.Names, .. GlobalModels.MemberNames];

    [Fact]
    public void Members_EverythingAfterTheOriginChanged_ForecastTheSameBits()
    {
        var options = new EngineOptions { TrainingRows = 3_000, Trees = 30 };

        var real = Forecast(options, change: null);
        var changed = Forecast(options, (series, values) =>
        {
            for (var t = Origin; t < values.Length; t++) values[t] = t % 5 == 0 ? double.NaN : 7_000 + (series * t);
        });

        real.Members.ShouldBe(Names.Length);
        for (var node = 0; node < real.Nodes; node++)
        {
            for (var member = 0; member < Names.Length; member++) changed[node, member].ToArray().ShouldBe(real[node, member].ToArray(), Names[member]);
        }
    }

    private static MemberTable Forecast(EngineOptions options, Action<int, double[]>? change)
    {
        var panel = Synthetic.Monthly(60, change: change);
        var history = new PanelHistory(NodePanel.Of(panel, panel.Schema, 12), Horizon);
        var views = TrainingSample.Origins(history).Select(origin => MemberRun.At(history, origin).Features).ToArray();
        var global = GlobalModels.Fit(views, history, Origin, options);
        global.ShouldNotBeNull();
        return MemberForecaster.All(MemberRun.At(history, Origin), Names, global, TestContext.Current.CancellationToken);
    }
}
