namespace CommunityDemand.Pipeline.Facts;

/// <summary>A day that differs from what the built-in calendar says, or an event.</summary>
/// <param name="Kind">holiday, make_up_workday or event.</param>
/// <param name="Name">What people call the day.</param>
/// <param name="Community">The community it holds for; null for all.</param>
/// <param name="District">The district it holds for; null for all.</param>
public sealed record CalendarFact(DateOnly Date, string Kind, string? Name, string? Community, string? District);
