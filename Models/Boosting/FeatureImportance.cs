namespace CommunityDemand.Models.Boosting;

/// <summary>Importance of a feature: its share of the error that the boosted model removes.</summary>
/// <param name="Feature">Name of the feature.</param>
/// <param name="Share">Share, 0 to 1; all shares sum to 1.</param>
public sealed record FeatureImportance(string Feature, double Share);
