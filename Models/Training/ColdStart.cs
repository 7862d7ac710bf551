using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Training;

/// <summary>
/// Series that just began: forecast from their peers, the open series that share key values with them, until their own past
/// speaks. With k known values the own forecast weighs k, the peers' mean two.
/// </summary>
internal sealed class ColdStart
{
    private const double PeerWeight = 2;

    private readonly NodePanel _nodes;
    private readonly double[]?[] _means;
    private readonly int _horizon;
    private readonly Lazy<Dictionary<(int Column, string Value), double[]>> _byValue;

    public ColdStart(NodePanel nodes, double[]?[] means, int horizon)
    {
        (_nodes, _means, _horizon) = (nodes, means, horizon);
        _byValue = new(MeansByValue);
    }

    /// <summary>The node's forecast, leaning on its peers where it is young; all 0 where it has neither past nor peers.</summary>
    public double[] Adjust(int node)
    {
        var mean = (double[]?)_means[node]?.Clone();
        if (!_nodes.Hierarchy.Nodes[node].IsBottom) return mean ?? new double[_horizon];
        var known = _nodes.Periods - _nodes.Values[node].AsSpan().Count(float.NaN);
        if (mean is not null && (known >= Math.Min(_nodes.Season, 7) || _nodes.Values[node].All(value => float.IsNaN(value) || value == 0))) return mean;
        if (Peers(node) is not { } peers) return mean ?? new double[_horizon];
        if (mean is null) return peers;
        for (var h = 0; h < _horizon; h++) mean[h] = ((known * mean[h]) + (PeerWeight * peers[h])) / (known + PeerWeight);
        return mean;
    }

    /// <summary>Mean over the key columns of the mean forecast of the open series with the same value there.</summary>
    private double[]? Peers(int node)
    {
        var values = _nodes.Hierarchy.Nodes[node].Values;
        var groups = new List<double[]>();
        for (var column = 0; column < values.Count; column++)
        {
            if (_byValue.Value.TryGetValue((column, values[column]), out var mean)) groups.Add(mean);
        }

        if (groups.Count == 0) return null;
        var peers = new double[_horizon];
        for (var h = 0; h < _horizon; h++) peers[h] = groups.Average(group => group[h]);
        return peers;
    }

    private Dictionary<(int Column, string Value), double[]> MeansByValue()
    {
        var sums = new Dictionary<(int, string), (double[] Sum, int Count)>();
        for (var node = 0; node < _nodes.Count; node++)
        {
            if (!_nodes.Hierarchy.Nodes[node].IsBottom || _means[node] is not { } mean) continue;
            if (_nodes.ClosedFrom[node] <= _nodes.Periods) continue;
            for (var column = 0; column < _nodes.Hierarchy.Nodes[node].Values.Count; column++)
            {
                var key = (column, _nodes.Hierarchy.Nodes[node].Values[column]);
                var (sum, count) = sums.TryGetValue(key, out var found) ? found : (new double[_horizon], 0);
                for (var h = 0; h < _horizon; h++) sum[h] += mean[h];
                sums[key] = (sum, count + 1);
            }
        }

        return sums.ToDictionary(entry => entry.Key, entry => entry.Value.Sum.Select(sum => sum / entry.Value.Count).ToArray());
    }
}
