using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Explaining;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Engine;

/// <summary>Forecasts of the nodes over a panel, or over a part of one, with a trained model.</summary>
internal sealed class Predictor(TrainedModel model, Panel panel, CancellationToken cancellationToken)
{
    private const double UsualSmoothing = 0.1;

    private readonly NodePanel _nodes = NodePanel.Of(panel, model.Schema, model.Season);

    private Hierarchy Hierarchy => _nodes.Hierarchy;

    public BaseForecasts Predict(Func<Node, bool>? filter)
    {
        var run = MemberRun.With(new PanelHistory(_nodes, model.Horizon), model.Learned.Pools, panel.Axis == model.Trained);
        var (means, names, spreads) = Combine(run);
        var peers = new ColdStart(_nodes, means, node => model.BacktestVariance(Hierarchy.Nodes[node]), model.Horizon);
        var drivers = new Drivers(run, model.Learned.Effects);
        var chosen = Enumerable.Range(0, means.Length).Where(node => filter is null || filter(Hierarchy.Nodes[node])).ToArray();
        var forecasts = new BaseForecast[chosen.Length];
        Parallel.For(0, chosen.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var node = chosen[i];
            var mean = peers.Adjust(node);
            Close(node, mean);
            forecasts[i] = new BaseForecast(
                Hierarchy.Nodes[node], mean, names[node] ?? "peers", drivers.Of(node), Unseen(node), spreads[node]);
        });
        return new BaseForecasts(new Domain.Time.TimeAxis(panel.Axis.Frequency, panel.Axis[_nodes.Periods], model.Horizon), forecasts);
    }

    /// <summary>
    /// Combined forecast of each node, and the name of the main member; null for a node without history. The forecasts of the single
    /// members are not kept.
    /// </summary>
    private (double[]?[] Means, string?[] Names, double[] Spreads) Combine(MemberRun run)
    {
        var (means, names, spreads) = (new double[]?[_nodes.Count], new string?[_nodes.Count], new double[_nodes.Count]);
        Parallel.For(
            0,
            means.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new MemberForecaster(run, model.Members, model.Learned.Global),
            (node, _, forecaster) =>
            {
                var mean = new double[model.Horizon];
                var weights = Weights(node);
                if (forecaster.Forecast(node) && Combiner.Combine(forecaster.Room, weights, mean))
                    (means[node], names[node], spreads[node]) = (mean, NameOf(forecaster.Room, weights), forecaster.Spread);
                return forecaster;
            },
            _ => { });
        return (means, names, spreads);
    }

    private float[] Weights(int node) => model.Learned.Nodes.TryGetValue(Hierarchy.Nodes[node], out var settings)
        ? settings.Weights
        : model.LevelWeights[Hierarchy.Nodes[node].Level];

    private void Close(int node, double[] mean)
    {
        var open = Math.Clamp(_nodes.ClosedFrom[node] - (long)_nodes.Periods, 0, mean.Length);
        mean.AsSpan((int)open).Clear();
    }

    /// <summary>
    /// Share of new demand that the level of a sum does not yet contain, after the given number of values and with usual smoothing (a
    /// tenth per period).
    /// </summary>
    private double Unseen(int node) => Math.Pow(1 - UsualSmoothing, _nodes.Periods - _nodes.Values[node].AsSpan().Count(float.NaN));

    private string NameOf(double[] forecasts, float[] weights)
    {
        var serving = Enumerable.Range(0, weights.Length)
            .Where(member => !double.IsNaN(forecasts[member * model.Horizon]) && weights[member] > 0)
            .ToArray();
        return serving.Length == 1 ? model.Members[serving[0]] : "combination";
    }
}
