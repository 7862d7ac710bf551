using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Forecasters;

/// <summary>A panel's nodes with running sums over them, which serve every origin.</summary>
internal sealed class PanelHistory
{
    private readonly Lazy<PoolSeries> _pools;
    private readonly Lazy<RunningSums[]> _sums;

    public PanelHistory(NodePanel nodes, int horizon)
    {
        (Nodes, Horizon, Windows) = (nodes, horizon, FeatureWindows.Of(nodes.Panel.Axis.Frequency));
        _pools = new(() => PoolSeries.Of(nodes));
        _sums = new(() => [.. nodes.Values.Select(values => new RunningSums(values))]);
    }

    public NodePanel Nodes { get; }

    public int Horizon { get; }

    public FeatureWindows Windows { get; }

    public PoolSeries Pools => _pools.Value;

    /// <summary>For each node.</summary>
    public RunningSums[] Sums => _sums.Value;
}
