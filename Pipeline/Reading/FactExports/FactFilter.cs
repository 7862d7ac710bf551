namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>Which facts are asked for.</summary>
/// <param name="From">First day; null for the first there is.</param>
/// <param name="To">Last day; null for the last there is.</param>
/// <param name="Community">Code of a community; null for all.</param>
/// <param name="Service">Code of a service; null for all.</param>
public sealed record FactFilter(DateOnly? From = null, DateOnly? To = null, string? Community = null, string? Service = null);
