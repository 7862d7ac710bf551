namespace CommunityDemand.Models.Boosting;

/// <summary>Settings of the boosted models, from the settings of the engine.</summary>
/// <param name="Rows">Maximum number of rows that one model learns from.</param>
internal sealed record BoostingOptions(int Seed, int Rows, int Trees, int Leaves, double LearningRate);
