using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Combination;

/// <summary>A past origin, and the actual values after it.</summary>
/// <param name="Origin">Number of periods that forecasts from the origin may use.</param>
/// <param name="Spreads">Usual one-step error of each node at the origin, in the unit of the panel.</param>
internal sealed record BacktestWindow(NodePanel Nodes, int Origin, int Horizon, float[] Spreads)
{
    /// <summary>Actual values of the periods of the horizon that the panel covers; NaN where unknown.</summary>
    public ReadOnlySpan<float> Actual(int node) => Nodes.Values[node].AsSpan(Origin, Math.Min(Horizon, Nodes.Periods - Origin));

    /// <summary>Whether all series of a node were closed at the origin: their earlier values are no demand to expect.</summary>
    public bool IsClosed(int node) => Nodes.ClosedFrom[node] <= Origin;
}
