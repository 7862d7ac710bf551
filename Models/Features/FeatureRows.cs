using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Features;

/// <summary>
/// Features of the nodes at an origin for the global models, from values before the origin only. Nodes are described on request, because
/// only a few are needed at past origins.
/// </summary>
/// <param name="scales">Scales of the nodes, see <see cref="Scales"/>.</param>
internal sealed class FeatureRows(MemberRun run, float[] scales)
{
    /// <summary>
    /// Maximum number of features: more than a panel has with any sensible number of its own features and calendar columns.
    /// </summary>
    private const int MostFeatures = 1024;

    public int Origin => run.Origin;

    /// <summary>
    /// Divisor of the features and the target of each node; 0 for a node without demand for a long time, or without history.
    /// </summary>
    public float[] Scales => scales;

    /// <summary>Names of the features, equal for all nodes; empty where no node can be described.</summary>
    public string[] Names()
    {
        var node = Array.FindIndex(scales, scale => scale > 0);
        if (node < 0) return [];
        var names = new List<string>();
        var index = run.IndexOf(node);
        NodeFeatures.Describe(run, node, scales[node], index, CleanSeries.Of(run, node, index), names)
            .Write(1, new float[MostFeatures], names);
        return [.. names];
    }

    /// <summary>Describes a node with a positive scale.</summary>
    public NodeFeatures Open(int node, SeasonalIndex index, CleanSeries clean) =>
        NodeFeatures.Describe(run, node, scales[node], index, clean, names: null);

    /// <summary>Describes a node without prepared inputs.</summary>
    public NodeFeatures Open(int node)
    {
        var index = run.IndexOf(node);
        return Open(node, index, CleanSeries.Of(run, node, index));
    }

    /// <summary>Growth of a node with history.</summary>
    public Growth GrowthOf(int node) =>
        Growth.Of(run.History.SumsOf(node, run.Origin), run.Origin, run.History.Horizon, run.History.Windows);
}
