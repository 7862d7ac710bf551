using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Features;

/// <summary>
/// The global models' view of the nodes at an origin, all from values before it. Nodes are described when asked for: of a past origin only
/// few are.
/// </summary>
/// <param name="scales">See <see cref="Scales"/>.</param>
internal sealed class FeatureRows(MemberRun run, float[] scales)
{
    /// <summary>
    /// More than the features there are, for a panel with as many features and calendar columns of its own as are sensible.
    /// </summary>
    private const int MostFeatures = 1024;

    public int Origin => run.Origin;

    /// <summary>
    /// For each node what its features and target are divided by: 0 for a node that has been empty for long, or has no past.
    /// </summary>
    public float[] Scales => scales;

    /// <summary>Names of the features; every node has them all. Empty where no node can be described.</summary>
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

    /// <summary>Describes a node of positive scale.</summary>
    public NodeFeatures Open(int node, SeasonalIndex index, CleanSeries clean) =>
        NodeFeatures.Describe(run, node, scales[node], index, clean, names: null);

    /// <summary>The same, from the node alone.</summary>
    public NodeFeatures Open(int node)
    {
        var index = run.IndexOf(node);
        return Open(node, index, CleanSeries.Of(run, node, index));
    }

    /// <summary>Growth of a node that has a past.</summary>
    public Growth GrowthOf(int node) =>
        Growth.Of(run.History.SumsOf(node, run.Origin), run.Origin, run.History.Horizon, run.History.Windows);
}
