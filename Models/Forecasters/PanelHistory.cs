using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Forecasters;

/// <summary>A panel's nodes and what of them serves every origin.</summary>
internal sealed class PanelHistory
{
    private readonly Lazy<PoolSeries> _pools;

    public PanelHistory(NodePanel nodes, int horizon)
    {
        (Nodes, Horizon, Windows) = (nodes, horizon, FeatureWindows.Of(nodes.Panel.Axis.Frequency));
        _pools = new(() => PoolSeries.Of(nodes));
        Calendars = new CalendarBook(nodes, horizon, _pools);
    }

    public NodePanel Nodes { get; }

    public int Horizon { get; }

    public FeatureWindows Windows { get; }

    public PoolSeries Pools => _pools.Value;

    public CalendarBook Calendars { get; }

    /// <summary>Of a node's values before an origin. Made anew each time: kept for all nodes they would take more room than the panel.</summary>
    public RunningSums SumsOf(int node, int origin) => new(Nodes.Values[node].AsSpan(0, origin));

    /// <summary>
    /// For each of the origins, for each node what its features and target are divided by: 0 for a node that has been empty for long, or
    /// has no past.
    /// </summary>
    public double[][] ScalesAt(IReadOnlyList<int> origins)
    {
        var scales = origins.Select(_ => new double[Nodes.Count]).ToArray();
        Parallel.For(0, Nodes.Count, node =>
        {
            var sums = SumsOf(node, Nodes.Periods);
            for (var i = 0; i < scales.Length; i++) scales[i][node] = Scale(sums, origins[i]);
        });
        return scales;
    }

    /// <summary>Mean of the last window, shrunk to the mean of all the past by two values.</summary>
    private double Scale(RunningSums sums, int origin)
    {
        var recent = sums.Known(origin - Windows.Scale, origin);
        var all = sums.Mean(0, origin);
        if (double.IsNaN(all)) return 0;
        return recent == 0 ? all : ((sums.Mean(origin - Windows.Scale, origin) * recent) + (2 * all)) / (recent + 2);
    }
}
