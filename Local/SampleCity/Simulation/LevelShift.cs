namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>A lasting change in the level of a series.</summary>
/// <param name="From">First day at the new level.</param>
/// <param name="Factor">New level divided by old level.</param>
internal sealed record LevelShift(DateOnly From, double Factor);
