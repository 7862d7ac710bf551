using System.Numerics.Tensors;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Intervals;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Models.Engine;

/// <summary>The coherent set of base forecasts that were made in parts.</summary>
internal static class CoherentSet
{
    /// <summary>Minimum unseen share that is corrected. Smaller shares are below the error of the forecast of a sum.</summary>
    private const double LeastUnseen = 0.01;

    public static ForecastSet Make(TrainedModel model, IReadOnlyList<BaseForecasts> parts, CancellationToken cancellationToken)
    {
        if (parts.Count == 0) throw new ArgumentException("There is nothing to reconcile.", nameof(parts));
        if (parts.Any(part => part.Periods != parts[0].Periods))
            throw new ArgumentException("The parts forecast different periods.", nameof(parts));
        var given = new Dictionary<Node, BaseForecast>();
        foreach (var forecast in parts.SelectMany(part => part.Nodes))
        {
            if (!given.TryAdd(forecast.Node, forecast)) throw new ArgumentException($"{forecast.Node} is forecast twice.", nameof(parts));
        }

        // Sorted, so that the sums do not depend on the order of the parts.
        var keys = given.Keys.Where(node => node.IsBottom)
            .OrderBy(node => node.Key, StringComparer.Ordinal)
            .Select(node => node.Values)
            .ToArray();
        var hierarchy = Hierarchy.Of(model.Schema, model.Schema.Columns, keys);
        var means = Reconcile(model, hierarchy, given, parts[0].Periods.Count, cancellationToken);
        var nodes = new NodeForecast[hierarchy.Nodes.Count];
        for (var node = 0; node < nodes.Length; node++)
        {
            var forecast = given.GetValueOrDefault(hierarchy.Nodes[node]);
            nodes[node] = IntervalMaker.Make(
                hierarchy.Nodes[node], means[node], forecast?.Spread ?? 0, model.Learned.Intervals, forecast?.Model ?? "sum",
                forecast?.Drivers ?? []);
        }

        return new ForecastSet(parts[0].Periods, nodes);
    }

    private static double[][] Reconcile(
        TrainedModel model, Hierarchy hierarchy, Dictionary<Node, BaseForecast> given, int horizon, CancellationToken cancellationToken)
    {
        var variance = WlsVariances.Complete(
            hierarchy,
            node => model.Learned.Nodes.TryGetValue(hierarchy.Nodes[node], out var settings) ? settings.Variance : double.NaN,
            model.Learned.LevelVariance);
        var weights = Reconciler.WeightsOf(model.Reconciliation, hierarchy, variance);
        var means = new double[hierarchy.Nodes.Count][];
        for (var node = 0; node < means.Length; node++)
        {
            var known = given.TryGetValue(hierarchy.Nodes[node], out var forecast);
            means[node] = known ? forecast!.Mean : new double[horizon];
            // A sum without history has no forecast of its own; its forecast is the sum of its new series.
            if (!known || (forecast!.Unseen >= 1 && !forecast.Node.IsBottom)) weights[node] = 0;
        }

        AddUnseen(hierarchy, given, means);
        return new Reconciler(hierarchy, weights).Reconcile(means, cancellationToken);
    }

    /// <summary>
    /// Adds demand of new series to the forecasts of older sums, whose history hardly contains that demand. Without the correction,
    /// reconciliation would treat the demand of new series as an error and remove it, because the forecasts of new series are the most
    /// uncertain.
    /// </summary>
    private static void AddUnseen(Hierarchy hierarchy, Dictionary<Node, BaseForecast> given, double[][] means)
    {
        var own = new bool[means.Length];
        for (var series = 0; series < hierarchy.SeriesCount; series++)
        {
            var newcomer = given[hierarchy.Nodes[hierarchy.NodesOf(series)[^1]]];
            if (newcomer.Unseen < LeastUnseen) continue;
            foreach (var node in hierarchy.NodesOf(series))
            {
                if (!given.TryGetValue(hierarchy.Nodes[node], out var sum) || sum.Unseen >= newcomer.Unseen) continue;
                // The arrays belong to the caller.
                if (!own[node]) means[node] = (double[])means[node].Clone();
                own[node] = true;
                TensorPrimitives.MultiplyAdd(newcomer.Mean, newcomer.Unseen - sum.Unseen, means[node], means[node]);
            }
        }
    }
}
