namespace CommunityDemand.Models.Boosting;

/// <summary>How much of the boosted model's fit a feature explains.</summary>
/// <param name="Feature">Name of the feature.</param>
/// <param name="Share">0 to 1; all add up to 1.</param>
public sealed record FeatureImportance(string Feature, double Share);
