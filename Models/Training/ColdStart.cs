using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Training;

/// <summary>
/// Series that just began: forecast from their peers until their own past speaks. The peers' forecast is the mean of the open series with the same value
/// of the key column that tells sizes best (a service), times how much the series that share each other dimension's finest known value (a community) are
/// above or below such means. With k known values the own forecast weighs k, the peers' <see cref="PeerWeight"/>.
/// </summary>
internal sealed class ColdStart
{
    private const double PeerWeight = 2;

    /// <summary>Demand a period by which a group's ratio leans on 1: a few visits say little of a place.</summary>
    private const double Lean = 1;

    private readonly NodePanel _nodes;
    private readonly double[]?[] _means;
    private readonly int _horizon;
    private readonly Lazy<Peers> _peers;

    public ColdStart(NodePanel nodes, double[]?[] means, int horizon)
    {
        (_nodes, _means, _horizon) = (nodes, means, horizon);
        _peers = new(FindPeers);
    }

    /// <summary>The node's forecast, leaning on its peers where it is young; all 0 where it has neither past nor peers.</summary>
    public double[] Adjust(int node)
    {
        var mean = (double[]?)_means[node]?.Clone();
        if (!_nodes.Hierarchy.Nodes[node].IsBottom) return mean ?? new double[_horizon];
        var known = _nodes.Periods - _nodes.Values[node].AsSpan().Count(float.NaN);
        if (mean is not null && (known >= Math.Min(_nodes.Season, 7) || _nodes.Values[node].All(value => float.IsNaN(value) || value == 0))) return mean;
        if (Peer(_nodes.Hierarchy.Nodes[node].Values) is not { } peers) return mean ?? new double[_horizon];
        if (mean is null) return peers;
        for (var h = 0; h < _horizon; h++) mean[h] = ((known * mean[h]) + (PeerWeight * peers[h])) / (known + PeerWeight);
        return mean;
    }

    private double[]? Peer(IReadOnlyList<string> values)
    {
        var peers = _peers.Value;
        if (peers.Base is not { } column) return null;
        var peer = (double[])(peers.Means.GetValueOrDefault(values[column]) ?? peers.All).Clone();
        foreach (var ratio in peers.Ratios)
        {
            // The finest column of which other series are known says most.
            var finest = ratio.Columns.FirstOrDefault(other => ratio.By.ContainsKey((other, values[other])), -1);
            if (finest < 0) continue;
            var factor = ratio.By[(finest, values[finest])];
            for (var h = 0; h < _horizon; h++) peer[h] *= factor;
        }

        return peer;
    }

    private Peers FindPeers()
    {
        var open = Enumerable.Range(0, _nodes.Count)
            .Where(node => _nodes.Hierarchy.Nodes[node].IsBottom && _means[node] is not null && _nodes.ClosedFrom[node] > _nodes.Periods)
            .ToArray();
        if (open.Length == 0) return new Peers(null, [], [], []);
        var schema = _nodes.Panel.Schema;
        var size = open.ToDictionary(node => node, node => _means[node]!.Average());
        var column = Enumerable.Range(0, schema.Columns.Count).MinBy(column => Within(open, column, size));
        var means = open.GroupBy(node => Value(node, column)).ToDictionary(group => group.Key, Mean, StringComparer.Ordinal);
        var dimensions = schema.Dimensions.Count > 0 ? schema.Dimensions : [.. schema.Columns.Select(name => (IReadOnlyList<string>)[name])];
        var ratios = dimensions
            .Select(dimension => dimension.Reverse().Select(name => schema.Columns.ToList().IndexOf(name)).ToArray())
            .Where(columns => !columns.Contains(column))
            .Select(columns => new Ratio(columns, columns.SelectMany(other => open
                .GroupBy(node => Value(node, other))
                .Select(group => (Key: (other, group.Key), Ratio: RatioOf(group, column, size, means)))).ToDictionary(pair => pair.Key, pair => pair.Ratio)));
        return new Peers(column, Mean(open), means, [.. ratios]);
    }

    private static double RatioOf(IEnumerable<int> group, Func<int, double> expected, Dictionary<int, double> size)
    {
        var (own, usual) = (0.0, 0.0);
        foreach (var node in group)
        {
            own += size[node];
            usual += expected(node);
        }

        return (own + Lean) / (usual + Lean);
    }

    private double RatioOf(IEnumerable<int> group, int column, Dictionary<int, double> size, Dictionary<string, double[]> means) =>
        RatioOf(group, node => means[Value(node, column)].Average(), size);

    /// <summary>How much sizes differ, as logarithms, among series that share a value of the column; each group costs a degree of freedom.</summary>
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
    private sealed record Peers(int? Base, double[] All, Dictionary<string, double[]> Means, Ratio[] Ratios);

    /// <param name="Columns">A dimension's, fine to coarse.</param>
    /// <param name="By">Demand of the series that share a value of a column, over what the base column's means expect of them.</param>
    private sealed record Ratio(int[] Columns, Dictionary<(int Column, string Value), double> By);
}
