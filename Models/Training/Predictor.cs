using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Explaining;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Training;

/// <summary>Forecasts the nodes over a panel, or over a part of one, with a trained model.</summary>
internal sealed class Predictor(TrainedModel model, Panel panel, CancellationToken cancellationToken)
{
    private readonly NodePanel _nodes = NodePanel.Of(panel, model.Schema, model.Season);

    private Hierarchy Hierarchy => _nodes.Hierarchy;

    public BaseForecasts Predict(Func<Node, bool>? filter)
    {
        var run = MemberRun.With(new PanelHistory(_nodes, model.Horizon), model.Learned.Pools, panel.Axis == model.Trained);
        var members = AllMembers.Forecast(run, model.Members.Contains(BoostedModel.MemberName), model.Learned.Boosted, cancellationToken);
        var means = new double[]?[_nodes.Count];
        for (var node = 0; node < means.Length; node++) means[node] = Combiner.Combine(members, node, Settings(node));
        var peers = new ColdStart(_nodes, means, model.Horizon);
        var drivers = new DriverTexts(run, model.Learned.Boosted);
        var boosted = model.Members.ToList().IndexOf(BoostedModel.MemberName);
        var chosen = Enumerable.Range(0, means.Length).Where(node => filter is null || filter(Hierarchy.Nodes[node])).ToArray();
        var forecasts = new BaseForecast[chosen.Length];
        Parallel.For(0, chosen.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var node = chosen[i];
            var mean = peers.Adjust(node);
            Close(node, mean);
            var text = drivers.Of(node, boosted < 0 ? 0 : Settings(node)[boosted]);
            forecasts[i] = new BaseForecast(Hierarchy.Nodes[node], mean, means[node] is null ? "peers" : NameOf(members, node), text);
        });
        return new BaseForecasts(new Domain.Time.TimeAxis(panel.Axis.Frequency, panel.Axis[_nodes.Periods], model.Horizon), forecasts);
    }

    private double[] Settings(int node) => model.Learned.Nodes.TryGetValue(Hierarchy.Nodes[node], out var settings)
        ? settings.Weights
        : model.LevelWeights[Hierarchy.Nodes[node].Level];

    private void Close(int node, double[] mean)
    {
        var open = Math.Clamp(_nodes.ClosedFrom[node] - (long)_nodes.Periods, 0, mean.Length);
        mean.AsSpan((int)open).Clear();
    }

    private string NameOf(double[]?[][] members, int node)
    {
        var weights = Settings(node);
        var serving = Enumerable.Range(0, weights.Length).Where(member => members[member][node] is not null && weights[member] > 0).ToArray();
        return serving.Length == 1 ? model.Members[serving[0]] : "combination";
    }
}
