using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Forecasters;

/// <summary>Everything that the members need to know of a panel at an origin, each part computed once.</summary>
internal sealed class MemberRun
{
    private MemberRun(NodePanel nodes, int origin, PoolTable pools, SeasonalIndex[] index) =>
        (Nodes, Origin, Pools, Index) = (nodes, origin, pools, index);

    public NodePanel Nodes { get; }

    public int Origin { get; }

    public PoolTable Pools { get; }

    public SeasonalIndex[] Index { get; }

    /// <summary>At an origin of a whole panel: groups are learned from it.</summary>
    public static MemberRun At(NodePanel nodes, int origin)
    {
        var blocks = SeasonBlocks.Of(nodes);
        var own = PoolTable.OwnSums(nodes, origin, blocks);
        var pools = PoolTable.Learn(nodes, own);
        return new MemberRun(nodes, origin, pools, SeasonalIndex.All(nodes, origin, blocks, own, pools, ownInPools: true));
    }

    /// <summary>At the end of a panel that may be a part: groups come from the training.</summary>
    /// <param name="sameOrigin">Whether the panel ends where the training's did, so that its own sums stand in the groups'.</param>
    public static MemberRun With(NodePanel nodes, PoolTable pools, bool sameOrigin)
    {
        var blocks = SeasonBlocks.Of(nodes);
        var own = PoolTable.OwnSums(nodes, nodes.Periods, blocks);
        return new MemberRun(nodes, nodes.Periods, pools, SeasonalIndex.All(nodes, nodes.Periods, blocks, own, pools, sameOrigin));
    }
}
