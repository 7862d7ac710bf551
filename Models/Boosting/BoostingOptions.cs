namespace CommunityDemand.Models.Boosting;

/// <summary>What the engine's settings say of the boosted models.</summary>
/// <param name="Rows">Most rows that one model learns from.</param>
internal sealed record BoostingOptions(int Seed, int Rows, int Trees, int Leaves, double LearningRate);
