using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Intervals;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Models.Training;

/// <summary>Joins the parts' base forecasts into one coherent set.</summary>
internal static class CoherentSet
{
    public static ForecastSet Make(TrainedModel model, IReadOnlyList<BaseForecasts> parts, CancellationToken cancellationToken)
    {
        if (parts.Count == 0) throw new ArgumentException("There is nothing to reconcile.", nameof(parts));
        if (parts.Any(part => part.Periods != parts[0].Periods)) throw new ArgumentException("The parts forecast different periods.", nameof(parts));
        var given = new Dictionary<Node, BaseForecast>();
        foreach (var forecast in parts.SelectMany(part => part.Nodes))
        {
            if (!given.TryAdd(forecast.Node, forecast)) throw new ArgumentException($"{forecast.Node} is forecast twice.", nameof(parts));
        }

        // Sorted, so that the sums don't depend on the order in which the parts came.
        var keys = given.Keys.Where(node => node.IsBottom).OrderBy(node => node.Key, StringComparer.Ordinal).Select(node => node.Values).ToArray();
        var hierarchy = Hierarchy.Of(model.Schema, model.Schema.Columns, keys);
        var means = Reconcile(model, hierarchy, given, parts[0].Periods.Count, cancellationToken);
        var nodes = new NodeForecast[hierarchy.Nodes.Count];
        for (var node = 0; node < nodes.Length; node++)
        {
            var forecast = given.GetValueOrDefault(hierarchy.Nodes[node]);
            nodes[node] = IntervalMaker.Make(
                hierarchy.Nodes[node], means[node], model.Learned.Intervals, forecast?.Model ?? "sum", forecast?.Drivers ?? "");
        }

        return new ForecastSet(parts[0].Periods, nodes);
    }

    private static double[][] Reconcile(
        TrainedModel model, Hierarchy hierarchy, Dictionary<Node, BaseForecast> given, int horizon, CancellationToken cancellationToken)
    {
        var variance = WlsVariances.Complete(
            hierarchy, node => model.Learned.Nodes.TryGetValue(hierarchy.Nodes[node], out var settings) ? settings.Variance : double.NaN, model.Learned.LevelVariance);
        var weights = Reconciler.WeightsOf(model.Reconciliation, hierarchy, variance);
        var means = new double[hierarchy.Nodes.Count][];
        for (var node = 0; node < means.Length; node++)
        {
            var known = given.TryGetValue(hierarchy.Nodes[node], out var forecast);
            means[node] = known ? forecast!.Mean : new double[horizon];
            if (!known) weights[node] = 0;
        }

        return new Reconciler(hierarchy, weights).Reconcile(means, cancellationToken);
    }
}
