namespace CommunityDemand.Pipeline.Facts;

/// <summary>A day on which a community reported usage.</summary>
/// <param name="Community">Community code.</param>
/// <param name="Date">The day.</param>
public readonly record struct ReportedDay(string Community, DateOnly Date);
