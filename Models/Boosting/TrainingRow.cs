using CommunityDemand.Models.Features;

namespace CommunityDemand.Models.Boosting;

/// <summary>One (node, origin, horizon) of the past: what was known, and what came.</summary>
/// <param name="Features">See <see cref="NodeFeatures"/>.</param>
/// <param name="Horizon">Periods ahead, from 1.</param>
/// <param name="Label">What came over the node's scale.</param>
/// <param name="IndexLabel">What came over the node's scale and its seasonal index.</param>
internal sealed record TrainingRow(float[] Features, int Horizon, float Label, float Weight, float IndexLabel, float IndexWeight);
