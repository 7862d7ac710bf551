using System.Numerics.Tensors;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Intervals;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Models.Engine;

/// <summary>
/// Evaluation of the combined forecasts in the backtest: the best reconciliation, and the size of the errors. Each origin is combined
/// with weights learned without that origin, so the errors are forecast errors.
/// </summary>
internal sealed class BacktestJudge
{
    /// <summary>Maximum number of errors for learning intervals; larger sets are thinned evenly.</summary>
    private const int MostSamples = 1_000_000;

    private readonly NodePanel _nodes;
    private readonly IReadOnlyList<BacktestWindow> _origins;
    private readonly int _horizon;
    private readonly CancellationToken _cancellationToken;
    private readonly float[][] _coherent;

    /// <param name="combined">
    /// Combined forecasts of each origin, node x horizon, with weights that did not see the origin; they are made coherent in place.
    /// </param>
    /// <param name="only">Method to use; null for the best method.</param>
    public BacktestJudge(
        NodePanel nodes, IReadOnlyList<BacktestWindow> origins, float[][] combined, int horizon, ReconciliationMethod? only,
        CancellationToken cancellationToken)
    {
        (_nodes, _origins, _coherent, _horizon, _cancellationToken) = (nodes, origins, combined, horizon, cancellationToken);
        Variance = Variances();
        LevelVariance = LevelMeans();
        Method = Reconcile(only);
        Intervals = IntervalTable.Learn(Samples(), horizon, [.. nodes.Hierarchy.Levels.Select(level => level.Name)], Paths());
        Accuracy = Judge();
    }

    /// <summary>Mean squared error of the combined forecast of each node; NaN if unknown.</summary>
    public double[] Variance { get; }

    /// <summary>Mean squared error per series by level, for nodes that the training did not know.</summary>
    public Dictionary<string, double> LevelVariance { get; }

    public ReconciliationMethod Method { get; }

    public IntervalTable Intervals { get; }

    public IReadOnlyList<LevelAccuracy> Accuracy { get; }

    private ReconciliationMethod Reconcile(ReconciliationMethod? only)
    {
        if (_nodes.Hierarchy.Levels.Count == 1) return only ?? ReconciliationMethod.BottomUp;
        var variance = WlsVariances.Complete(_nodes.Hierarchy, node => Variance[node], LevelVariance);
        var reconciliation = new BacktestReconciliation(_nodes, _origins, _coherent, _horizon, variance, _cancellationToken);
        var method = only ?? reconciliation.Best();
        reconciliation.Apply(method);
        return method;
    }

    private double[] Variances()
    {
        var variance = new double[_nodes.Count];
        Parallel.For(0, variance.Length, node =>
        {
            var (sum, count) = (0.0, 0);
            for (var o = 0; o < _origins.Count; o++)
            {
                // A node that had not begun at the origin had no forecast.
                if (_nodes.First[node] >= _origins[o].Origin) continue;
                var actual = _origins[o].Actual(node);
                for (var h = 0; h < actual.Length; h++)
                {
                    var error = (double)actual[h] - _coherent[o][(node * _horizon) + h];
                    if (double.IsNaN(error)) continue;
                    sum += error * error;
                    count++;
                }
            }

            variance[node] = count == 0 ? double.NaN : sum / count;
        });
        return variance;
    }

    private Dictionary<string, double> LevelMeans() => Enumerable.Range(0, _nodes.Count)
        .GroupBy(node => _nodes.Hierarchy.LevelOfNode[node])
        .ToDictionary(
            level => _nodes.Hierarchy.Levels[level.Key].Name,
            level => level.Where(node => Variance[node] > 0)
                .Select(node => Variance[node] / _nodes.Hierarchy.SizeOfNode[node])
                .DefaultIfEmpty(1).Average());

    private int[] Paths()
    {
        var paths = new int[_nodes.Hierarchy.Levels.Count];
        foreach (var origin in _origins)
        {
            for (var node = 0; node < _nodes.Count; node++)
            {
                if (_nodes.First[node] < origin.Origin) paths[_nodes.Hierarchy.LevelOfNode[node]]++;
            }
        }

        return paths;
    }

    private List<ErrorSample> Samples()
    {
        // A level with few nodes contributes all its errors; the largest levels contribute every k-th.
        var most = Math.Max(1, MostSamples / Math.Max(1, _origins.Count * _horizon * _nodes.Hierarchy.Levels.Count));
        var sizes = _nodes.Hierarchy.LevelOfNode.CountBy(level => level).ToDictionary();
        var samples = new List<ErrorSample>();
        for (var o = 0; o < _origins.Count; o++)
        {
            for (var node = 0; node < _nodes.Count; node++)
            {
                var level = _nodes.Hierarchy.LevelOfNode[node];
                if (_nodes.First[node] >= _origins[o].Origin || node % Math.Max(1, sizes[level] / most) != 0) continue;
                var actual = _origins[o].Actual(node);
                for (var h = 0; h < actual.Length; h++)
                {
                    if (float.IsNaN(actual[h])) continue;
                    samples.Add(new ErrorSample(
                        level, FoldOf(o, node), (o * _nodes.Count) + node, h + 1,
                        _coherent[o][(node * _horizon) + h], _origins[o].Spreads[node], actual[h]));
                }
            }
        }

        return samples;
    }

    /// <summary>The fold of an error: its origin; with a single origin, half of the nodes.</summary>
    private int FoldOf(int origin, int node) => _origins.Count > 1 ? origin : node % 2;

    private IReadOnlyList<LevelAccuracy> Judge()
    {
        if (_origins.Count == 0) return [];
        var tally = new AccuracyTally(_nodes.Hierarchy, _horizon, _nodes.Season);
        var (actual, benchmark) = (new double[_horizon], new double[_horizon]);
        for (var o = 0; o < _origins.Count; o++)
        {
            var origin = _origins[o];
            for (var node = 0; node < _nodes.Count; node++)
            {
                if (_nodes.First[node] >= origin.Origin) continue;
                var known = origin.Actual(node);
                actual.AsSpan().Fill(double.NaN);
                TensorPrimitives.ConvertTruncating(known, actual.AsSpan(0, known.Length));
                var history = _nodes.Copy(node, _nodes.First[node]..origin.Origin);
                new SeasonalNaive().TryForecast(new SeriesWindow(history, [], _nodes.Season), benchmark);
                var mean = new double[_horizon];
                Read(o, node, mean);
                tally.Add(
                    node, history, actual, benchmark,
                    IntervalMaker.Make(_nodes.Hierarchy.Nodes[node], mean, origin.Spreads[node], Intervals, "", []));
            }
        }

        return tally.Result();
    }

    private void Read(int origin, int node, Span<double> mean) =>
        TensorPrimitives.ConvertTruncating<float, double>(_coherent[origin].AsSpan(node * _horizon, _horizon), mean);
}
