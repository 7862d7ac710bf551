using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Features;

/// <summary>Everything that the members need to know of a panel at an origin, each part computed once.</summary>
internal sealed class MemberRun
{
    private readonly Lazy<FeatureRows> _features;
    private readonly bool _ownInPools;

    private MemberRun(PanelHistory history, int origin, PoolTable pools, bool ownInPools, float[]? scales = null)
    {
        (History, Origin, Pools, _ownInPools) = (history, origin, pools, ownInPools);
        _features = new(() => new FeatureRows(this, scales ?? history.ScalesAt([origin])[0]));
    }

    public PanelHistory History { get; }

    public NodePanel Nodes => History.Nodes;

    public int Origin { get; }

    public PoolTable Pools { get; }

    /// <summary>What the boosted model sees.</summary>
    public FeatureRows Features => _features.Value;

    /// <summary>At an origin of a whole panel: groups are learned from it.</summary>
    /// <param name="scales">What <see cref="PanelHistory.ScalesAt"/> says of the origin, where that is known already.</param>
    /// <param name="calendarsAt">See <see cref="PoolTable.Learn"/>; null: the origin itself.</param>
    public static MemberRun At(PanelHistory history, int origin, float[]? scales = null, int? calendarsAt = null) =>
        new(history, origin, PoolTable.Learn(history, origin, calendarsAt ?? origin), ownInPools: true, scales);

    /// <summary>At the end of a panel that may be a part: groups come from the training.</summary>
    /// <param name="sameOrigin">Whether the panel ends where the training's did, so that its own sums stand in the groups'.</param>
    public static MemberRun With(PanelHistory history, PoolTable pools, bool sameOrigin) =>
        new(history, history.Nodes.Periods, pools, ownInPools: sameOrigin);

    /// <summary>
    /// A node's seasonal index, made anew each time: kept for all nodes and origins they would take more room than the panel.
    /// </summary>
    public SeasonalIndex IndexOf(int node) => SeasonalIndex.Of(History, node, Origin, Pools, _ownInPools);
}
