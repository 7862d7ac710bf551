using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Engine;

/// <summary>
/// Series that just began: forecast from their peers until their own past speaks. The peers' forecast is the mean of the open series with
/// the same value of the key column that tells sizes best (a service), times how much the series that share each other dimension's finest
/// known value (a community) are above or below such means. With k known values the own forecast weighs <c>k / (k + K)</c>, where K is the
/// variance of a value over the variance of series around their peers (credibility: Bühlmann 1967).
/// </summary>
internal sealed class ColdStart
{
    /// <summary>With this many values a series speaks for itself.</summary>
    private const int Grown = 8;

    /// <summary>Demand a period by which a group's ratio leans on 1: a few visits say little of a place.</summary>
    private const double Lean = 1;

    private readonly NodePanel _nodes;
    private readonly double[]?[] _means;
    private readonly Func<int, double> _variance;
    private readonly int _horizon;
    private readonly Lazy<Peers> _peers;

    /// <param name="means">Each node's forecast; null where there is none.</param>
    /// <param name="variance">A node's mean squared forecast error; NaN where not known.</param>
    public ColdStart(NodePanel nodes, double[]?[] means, Func<int, double> variance, int horizon)
    {
        (_nodes, _means, _variance, _horizon) = (nodes, means, variance, horizon);
        _peers = new(FindPeers);
    }

    /// <summary>The node's forecast, leaning on its peers where it is young; all 0 where it has neither past nor peers.</summary>
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
            // The finest column of which other series are known says most.
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
        // What a young series has counts as its own forecast, not as its peers' too, unless all of them are young.
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

    /// <summary>Variance of a value over its mean.</summary>
    private double Dispersion(int[] open, Dictionary<int, double> size)
    {
        var known = open.Where(node => !double.IsNaN(_variance(node))).ToArray();
        var sizes = known.Sum(node => size[node]);
        return sizes > 0 ? known.Sum(_variance) / sizes : 1;
    }

    /// <summary>
    /// Squared coefficient of variation of series around their peers' forecast, as it would be of series that it wasn't learned from
    /// (generalised cross-validation: Golub, Heath and Wahba 1979).
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

    /// <summary>
    /// How much sizes differ, as logarithms, among series that share a value of the column; each group costs a degree of freedom.
    /// </summary>
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

    /// <param name="Base">The key column that tells sizes best; null where no series is open.</param>
    /// <param name="All">Mean forecast of all open series.</param>
    /// <param name="Means">Mean forecast of those with each of its values.</param>
    /// <param name="Ratios">Of the other dimensions.</param>
    /// <param name="Dispersion">Variance of a value over its mean.</param>
    /// <param name="Spread">Squared coefficient of variation of series around their peers' forecast.</param>
    private sealed record Peers(
        int? Base, double[] All, Dictionary<string, double[]> Means, Ratio[] Ratios, double Dispersion, double Spread)
    {
        /// <summary>Values that say as much of a series as its peers do.</summary>
        public double Credibility(double[] expected) => Dispersion / Math.Max(1e-9, expected.Average() * Spread);
    }

    /// <param name="Columns">A dimension's, fine to coarse.</param>
    /// <param name="By">Demand of the series that share a value of a column, over what the base column's means expect of them.</param>
    private sealed record Ratio(int[] Columns, Dictionary<(int Column, string Value), double> By);
}
