using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Combination;

/// <summary>An origin of the past, and what came after it.</summary>
/// <param name="Origin">Periods that forecasts from it may see.</param>
internal sealed record BacktestWindow(NodePanel Nodes, int Origin, int Horizon)
{
    /// <summary>What came, a value for each period of the horizon that the panel reaches; NaN where not known.</summary>
    public ReadOnlySpan<float> Actual(int node) => Nodes.Values[node].AsSpan(Origin, Math.Min(Horizon, Nodes.Periods - Origin));

    /// <summary>Whether all series of a node were closed by then: what they had before is no demand to expect.</summary>
    public bool IsClosed(int node) => Nodes.ClosedFrom[node] <= Origin;
}
