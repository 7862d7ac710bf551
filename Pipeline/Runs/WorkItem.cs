namespace CommunityDemand.Pipeline.Runs;

/// <summary>A message of queue <c>forecast-work</c>, as JSON.</summary>
/// <param name="Kind"><c>plan</c> or <c>district</c>.</param>
/// <param name="RunId">The run it belongs to.</param>
/// <param name="District">The district to forecast; null for a plan and for the city's own level.</param>
public sealed record WorkItem(string Kind, string RunId, string? District = null);
