using CommunityDemand.Models.Features;

namespace CommunityDemand.Models.Boosting;

/// <summary>A training row: the known features of one past (node, origin, horizon), and the actual value.</summary>
/// <param name="Features">Features, see <see cref="NodeFeatures"/>.</param>
/// <param name="Horizon">Periods ahead, from 1.</param>
/// <param name="Label">Actual value divided by the node's scale.</param>
/// <param name="IndexLabel">Actual value divided by the node's scale and its seasonal index.</param>
internal sealed record TrainingRow(float[] Features, int Horizon, float Label, float Weight, float IndexLabel, float IndexWeight);
