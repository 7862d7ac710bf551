namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>A lasting change of a series' level.</summary>
/// <param name="From">First day with the new level.</param>
/// <param name="Factor">New level over old.</param>
internal sealed record LevelShift(DateOnly From, double Factor);
