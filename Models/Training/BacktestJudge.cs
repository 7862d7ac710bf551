using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Intervals;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Models.Training;

/// <summary>
/// What the backtest says of the combined forecasts: how best to reconcile them, how far they err. Each origin is combined with
/// weights that were learned without it, so that errors are those of a forecast, not of a fit.
/// </summary>
internal sealed class BacktestJudge
{
    /// <summary>
    /// A method must beat structural scaling by this part of the error to be taken: a few origins can't tell close methods apart, and structural scaling
    /// is good everywhere (Athanasopoulos et al. 2017).
    /// </summary>
    private const double Margin = 0.01;

    private readonly NodePanel _nodes;
    private readonly IReadOnlyList<OriginForecasts> _origins;
    private readonly int _horizon;
    private readonly double[][][] _coherent;

    public BacktestJudge(NodePanel nodes, IReadOnlyList<OriginForecasts> origins, int horizon, ReconciliationMethod? method = null)
    {
        (_nodes, _origins, _horizon) = (nodes, origins, horizon);
        var combined = Enumerable.Range(0, origins.Count).Select(Combined).ToArray();
        Variance = Variances(combined);
        LevelVariance = LevelMeans();
        (Method, _coherent) = ChooseMethod(combined, method);
        Intervals = IntervalTable.Learn(Samples(), horizon);
        Accuracy = Judge();
    }

    /// <summary>For each node the mean squared error of the combined forecast; NaN if not known.</summary>
    public double[] Variance { get; }

    /// <summary>For each level the mean squared error per series of a node: for nodes that the training did not know.</summary>
    public Dictionary<string, double> LevelVariance { get; }

    public ReconciliationMethod Method { get; }

    public IntervalTable Intervals { get; }

    public IReadOnlyList<LevelAccuracy> Accuracy { get; }

    private double[][] Combined(int origin)
    {
        var weights = Combiner.Learn(_origins, _nodes.Hierarchy, without: origin);
        return [.. Enumerable.Range(0, _nodes.Count)
            .Select(node => Combiner.Combine(_origins[origin].Members, node, weights[node]) ?? new double[_horizon])];
    }

    private double[] Variances(double[][][] combined)
    {
        var variance = new double[_nodes.Count];
        for (var node = 0; node < variance.Length; node++)
        {
            var (sum, count) = (0.0, 0);
            for (var o = 0; o < _origins.Count; o++)
            {
                for (var h = 0; h < _horizon; h++)
                {
                    var error = _origins[o].Actual[node][h] - combined[o][node][h];
                    if (double.IsNaN(error)) continue;
                    sum += error * error;
                    count++;
                }
            }

            variance[node] = count == 0 ? double.NaN : sum / count;
        }

        return variance;
    }

    private Dictionary<string, double> LevelMeans() => Enumerable.Range(0, _nodes.Count)
        .GroupBy(node => _nodes.Hierarchy.LevelOfNode[node])
        .ToDictionary(
            level => _nodes.Hierarchy.Levels[level.Key].Name,
            level => level.Where(node => Variance[node] > 0)
                .Select(node => Variance[node] / _nodes.Hierarchy.SizeOfNode[node])
                .DefaultIfEmpty(1).Average());

    /// <summary>The method with the least geometric mean over levels of the root mean squared error, structural scaling first.</summary>
    private (ReconciliationMethod Method, double[][][] Coherent) ChooseMethod(double[][][] combined, ReconciliationMethod? only)
    {
        if (_origins.Count == 0 || _nodes.Hierarchy.Levels.Count == 1) return (ReconciliationMethod.BottomUp, combined);
        var (best, bestError, bestCoherent) = (ReconciliationMethod.WlsStruct, double.PositiveInfinity, combined);
        var variance = WlsVariances.Complete(_nodes.Hierarchy, node => Variance[node], LevelVariance);
        foreach (var method in Enum.GetValues<ReconciliationMethod>())
        {
            if (only is { } one && method != one) continue;
            var reconciler = new Reconciler(_nodes.Hierarchy, Reconciler.WeightsOf(method, _nodes.Hierarchy, variance));
            var coherent = combined.Select(means => reconciler.Reconcile(means)).ToArray();
            var error = GeometricError(coherent) - (method == ReconciliationMethod.WlsStruct ? Margin : 0);
            if (error < bestError) (best, bestError, bestCoherent) = (method, error, coherent);
        }

        return (best, bestCoherent);
    }

    /// <summary>Logarithm of the geometric mean over levels of the root mean squared error, but for a constant.</summary>
    private double GeometricError(double[][][] forecasts)
    {
        var squares = new double[_nodes.Hierarchy.Levels.Count];
        for (var o = 0; o < _origins.Count; o++)
        {
            for (var node = 0; node < _nodes.Count; node++)
            {
                for (var h = 0; h < _horizon; h++)
                {
                    var error = _origins[o].Actual[node][h] - forecasts[o][node][h];
                    if (!double.IsNaN(error)) squares[_nodes.Hierarchy.LevelOfNode[node]] += error * error;
                }
            }
        }

        return squares.Average(sum => Math.Log(sum + double.Epsilon)) / 2;
    }

    private List<ErrorSample> Samples()
    {
        var samples = new List<ErrorSample>(_origins.Count * _nodes.Count * _horizon);
        for (var o = 0; o < _origins.Count; o++)
        {
            for (var node = 0; node < _nodes.Count; node++)
            {
                if (_nodes.First[node] >= _origins[o].Origin) continue;
                for (var h = 0; h < _horizon; h++)
                {
                    var actual = _origins[o].Actual[node][h];
                    if (!double.IsNaN(actual)) samples.Add(new ErrorSample(h + 1, _coherent[o][node][h], actual));
                }
            }
        }

        return samples;
    }

    private IReadOnlyList<LevelAccuracy> Judge()
    {
        if (_origins.Count == 0) return [];
        var tally = new AccuracyTally(_nodes.Hierarchy, _horizon, _nodes.Season);
        var naive = Enumerable.Range(0, StatisticalMembers.All.Count).First(member => StatisticalMembers.All[member].Name == SeasonalNaive.MemberName);
        for (var o = 0; o < _origins.Count; o++)
        {
            var origin = _origins[o];
            for (var node = 0; node < _nodes.Count; node++)
            {
                if (origin.Members[naive][node] is not { } benchmark) continue;
                var forecast = IntervalMaker.Make(_nodes.Hierarchy.Nodes[node], _coherent[o][node], Intervals, "", "");
                tally.Add(node, _nodes.Values[node].AsSpan(0, origin.Origin), origin.Actual[node], benchmark, forecast);
            }
        }

        return tally.Result();
    }
}
