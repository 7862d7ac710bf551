using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Engine;

/// <summary>
/// Forecasts of new series, from comparable series (peers) until the series has enough history. The peer forecast is the mean of the open
/// series with the same value in the key column that explains sizes best (such as a service). It is multiplied by the ratio of series
/// that share the finest known value of each other dimension (such as a community) to those means. With k known values, the own forecast
/// has the weight <c>k / (k + K)</c>, where K is the variance of a value divided by the variance of series around their peers
/// (credibility: Bühlmann 1967).
/// </summary>
internal sealed class ColdStart
{
    /// <summary>Number of values from which a series needs no peers.</summary>
    private const int Grown = 8;

    /// <summary>Prior demand per period that pulls the ratio of a group towards 1: a few visits tell little about a place.</summary>
    private const double Lean = 1;

    private readonly NodePanel _nodes;
    private readonly double[]?[] _means;
    private readonly Func<int, double> _variance;
    private readonly int _horizon;
    private readonly Lazy<Peers> _peers;

    /// <param name="means">Forecast of each node; null where there is none.</param>
    /// <param name="variance">Mean squared forecast error of a node; NaN where unknown.</param>
    public ColdStart(NodePanel nodes, double[]?[] means, Func<int, double> variance, int horizon)
    {
        (_nodes, _means, _variance, _horizon) = (nodes, means, variance, horizon);
        _peers = new(FindPeers);
    }

    /// <summary>The forecast of a node, weighted with its peers where the node is young; all 0 without both history and peers.</summary>
    public double[] Adjust(int node)
    {
        var mean = (double[]?)_means[node]?.Clone();
        if (!_nodes.Hierarchy.Nodes[node].IsBottom) return mean ?? new double[_horizon];
        var known = Known(node);
        if (mean is not null && (known >= Grown || _nodes.Values[node].All(value => float.IsNaN(value) || value == 0))) return mean;
        if (Peer(_nodes.Hierarchy.Nodes[node].Values) is not { } peers) return mean ?? new double[_horizon];
        if (mean is null) return peers;
        var own = known / (known + _peers.Value.Credibility(peers));
        for (var h = 0; h < _horizon; h++) mean[h] = (own * mean[h]) + ((1 - own) * peers[h]);
        return mean;
    }

    private int Known(int node) => _nodes.Periods - _nodes.Values[node].AsSpan().Count(float.NaN);

    private double[]? Peer(IReadOnlyList<string> values)
    {
        var peers = _peers.Value;
        if (peers.Base is not { } column) return null;
        var factor = Factor(peers.Ratios, values);
        return [.. (peers.Means.GetValueOrDefault(values[column]) ?? peers.All).Select(mean => mean * factor)];
    }

    private static double Factor(Ratio[] ratios, IReadOnlyList<string> values)
    {
        var factor = 1.0;
        foreach (var ratio in ratios)
        {
            // The finest column with other known series is the most informative.
            var finest = ratio.Columns.FirstOrDefault(other => ratio.By.ContainsKey((other, values[other])), -1);
            if (finest >= 0) factor *= ratio.By[(finest, values[finest])];
        }

        return factor;
    }

    private Peers FindPeers()
    {
        var open = Enumerable.Range(0, _nodes.Count)
            .Where(node => _nodes.Hierarchy.Nodes[node].IsBottom && _means[node] is not null && _nodes.ClosedFrom[node] > _nodes.Periods)
            .ToArray();
        if (open.Length == 0) return new Peers(null, [], [], [], 0, 0);
        var schema = _nodes.Panel.Schema;
        var size = open.ToDictionary(node => node, node => _means[node]!.Average());
        var column = Enumerable.Range(0, schema.Columns.Count).MinBy(column => Within(open, column, size));
        // Young series count only as their own forecast, not also as peers, unless all series are young.
        var grown = open.Where(node => Known(node) >= Grown).ToHashSet();
        var values = grown.Select(node => Value(node, column)).ToHashSet(StringComparer.Ordinal);
        open = [.. open.Where(node => grown.Contains(node) || !values.Contains(Value(node, column)))];
        var means = open.GroupBy(node => Value(node, column)).ToDictionary(group => group.Key, Mean, StringComparer.Ordinal);
        var levels = means.ToDictionary(mean => mean.Key, mean => mean.Value.Average(), StringComparer.Ordinal);
        var dimensions = schema.Dimensions.Count > 0
            ? schema.Dimensions
            : [.. schema.Columns.Select(name => (IReadOnlyList<string>)[name])];
        Ratio[] ratios = [.. dimensions
            .Select(dimension => dimension.Reverse().Select(name => schema.Columns.ToList().IndexOf(name)).ToArray())
            .Where(columns => !columns.Contains(column))
            .Select(columns => new Ratio(columns, columns.SelectMany(other => open
                .GroupBy(node => Value(node, other))
                .Select(group => (Key: (other, group.Key), Ratio: RatioOf(group, column, size, levels))))
                .ToDictionary(pair => pair.Key, pair => pair.Ratio)))];
        return new Peers(column, Mean(open), means, ratios, Dispersion(open, size), Spread(open, column, size, levels, ratios));
    }

    /// <summary>Variance of a value divided by its mean.</summary>
    private double Dispersion(int[] open, Dictionary<int, double> size)
    {
        var known = open.Where(node => !double.IsNaN(_variance(node))).ToArray();
        var sizes = known.Sum(node => size[node]);
        return sizes > 0 ? known.Sum(_variance) / sizes : 1;
    }

    /// <summary>
    /// Squared coefficient of variation of series around their peer forecast, as for series that it was not estimated from (generalised
    /// cross-validation: Golub, Heath and Wahba 1979).
    /// </summary>
    private double Spread(int[] open, int column, Dictionary<int, double> size, Dictionary<string, double> levels, Ratio[] ratios)
    {
        var (squares, total) = (0.0, 0.0);
        foreach (var node in open)
        {
            var usual = levels[Value(node, column)] * Factor(ratios, _nodes.Hierarchy.Nodes[node].Values);
            if (usual <= 0) continue;
            squares += (size[node] - usual) * (size[node] - usual) / usual;
            total += usual;
        }

        var parameters = levels.Count + ratios.Sum(ratio => ratio.By.Keys.Count(key => key.Column == ratio.Columns[0]));
        var free = 1 - (Math.Min(open.Length - 1.0, parameters) / open.Length);
        return total > 0 ? squares / total / (free * free) : 0;
    }

    private double RatioOf(IEnumerable<int> group, int column, Dictionary<int, double> size, Dictionary<string, double> levels)
    {
        var (own, usual) = (0.0, 0.0);
        foreach (var node in group)
        {
            own += size[node];
            usual += levels[Value(node, column)];
        }

        return (own + Lean) / (usual + Lean);
    }

    /// <summary>Variance of log sizes among series that share a value of the column; each group costs one degree of freedom.</summary>
    private double Within(int[] open, int column, Dictionary<int, double> size)
    {
        var (squares, freedom) = (0.0, 0);
        foreach (var group in open.GroupBy(node => Value(node, column)))
        {
            var logs = group.Select(node => Math.Log(size[node] + Lean)).ToArray();
            var mean = logs.Average();
            squares += logs.Sum(log => (log - mean) * (log - mean));
            freedom += logs.Length - 1;
        }

        return freedom == 0 ? double.PositiveInfinity : squares / freedom;
    }

    private string Value(int node, int column) => _nodes.Hierarchy.Nodes[node].Values[column];

    private double[] Mean(IEnumerable<int> nodes)
    {
        var (sum, count) = (new double[_horizon], 0);
        foreach (var node in nodes)
        {
            for (var h = 0; h < _horizon; h++) sum[h] += _means[node]![h];
            count++;
        }

        for (var h = 0; h < _horizon; h++) sum[h] /= count;
        return sum;
    }

    /// <param name="Base">Key column that explains sizes best; null where no series is open.</param>
    /// <param name="All">Mean forecast of all open series.</param>
    /// <param name="Means">Mean forecast of the series with each value of the column.</param>
    /// <param name="Ratios">Ratios of the other dimensions.</param>
    /// <param name="Dispersion">Variance of a value divided by its mean.</param>
    /// <param name="Spread">Squared coefficient of variation of series around their peer forecast.</param>
    private sealed record Peers(
        int? Base, double[] All, Dictionary<string, double[]> Means, Ratio[] Ratios, double Dispersion, double Spread)
    {
        /// <summary>Number of values that are as informative about a series as its peers.</summary>
        public double Credibility(double[] expected) => Dispersion / Math.Max(1e-9, expected.Average() * Spread);
    }

    /// <param name="Columns">Columns of a dimension, fine to coarse.</param>
    /// <param name="By">
    /// Demand of the series that share a value of a column, divided by the demand that the means of the base column predict.
    /// </param>
    private sealed record Ratio(int[] Columns, Dictionary<(int Column, string Value), double> By);
}
