using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Features;

/// <summary>Inputs of the members for a panel at an origin; each part is computed once.</summary>
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

    /// <summary>Features for the boosted model.</summary>
    public FeatureRows Features => _features.Value;

    /// <summary>Creates a run at an origin of a whole panel: groups are learned from the panel.</summary>
    /// <param name="scales">Scales at the origin from <see cref="PanelHistory.ScalesAt"/>, if known already.</param>
    /// <param name="calendarsAt">Origin of the calendars, see <see cref="PoolTable.Learn"/>; null for the origin itself.</param>
    public static MemberRun At(PanelHistory history, int origin, float[]? scales = null, int? calendarsAt = null) =>
        new(history, origin, PoolTable.Learn(history, origin, calendarsAt ?? origin), ownInPools: true, scales);

    /// <summary>Creates a run at the end of a panel that may be a part of the whole: groups come from the training.</summary>
    /// <param name="sameOrigin">
    /// Whether the panel ends at the origin of the training, so that its own sums are part of the groups' sums.
    /// </param>
    public static MemberRun With(PanelHistory history, PoolTable pools, bool sameOrigin) =>
        new(history, history.Nodes.Periods, pools, ownInPools: sameOrigin);

    /// <summary>
    /// The seasonal index of a node, computed on each call: stored for all nodes and origins, the indices would need more memory than the
    /// panel.
    /// </summary>
    public SeasonalIndex IndexOf(int node) => SeasonalIndex.Of(History, node, Origin, Pools, _ownInPools);
}
