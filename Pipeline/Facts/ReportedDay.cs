using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>A day on which a community reported usage, or the first day of a longer period that its figures stand for.</summary>
/// <param name="Community">Community code.</param>
/// <param name="Date">The day.</param>
/// <param name="Period">Period that the figures stand for.</param>
public readonly record struct ReportedDay(string Community, DateOnly Date, Frequency Period = Frequency.Daily);
