using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Forecasters;

/// <summary>Everything that the members need to know of a panel at an origin, each part computed once.</summary>
internal sealed class MemberRun
{
    private readonly Lazy<FeatureRows> _features;

    private MemberRun(PanelHistory history, int origin, PoolTable pools, SeasonalIndex[] index)
    {
        (History, Origin, Pools, Index) = (history, origin, pools, index);
        _features = new(() => new FeatureRows(this));
    }

    public PanelHistory History { get; }

    public NodePanel Nodes => History.Nodes;

    public int Origin { get; }

    public PoolTable Pools { get; }

    public SeasonalIndex[] Index { get; }

    /// <summary>What the boosted model sees.</summary>
    public FeatureRows Features => _features.Value;

    /// <summary>At an origin of a whole panel: groups are learned from it.</summary>
    public static MemberRun At(PanelHistory history, int origin)
    {
        var blocks = SeasonBlocks.Of(history.Nodes);
        var own = PoolTable.OwnSums(history.Nodes, origin, blocks);
        var pools = PoolTable.Learn(history.Nodes, own, history.Pools, origin, history.Horizon, history.Windows);
        return new MemberRun(history, origin, pools, SeasonalIndex.All(history.Nodes, origin, blocks, own, pools, ownInPools: true));
    }

    /// <summary>At the end of a panel that may be a part: groups come from the training.</summary>
    /// <param name="sameOrigin">Whether the panel ends where the training's did, so that its own sums stand in the groups'.</param>
    public static MemberRun With(PanelHistory history, PoolTable pools, bool sameOrigin)
    {
        var (nodes, blocks) = (history.Nodes, SeasonBlocks.Of(history.Nodes));
        var own = PoolTable.OwnSums(nodes, nodes.Periods, blocks);
        return new MemberRun(history, nodes.Periods, pools, SeasonalIndex.All(nodes, nodes.Periods, blocks, own, pools, sameOrigin));
    }
}
