using CommunityDemand.Domain.Time;

namespace CommunityDemand.Models.Forecasts;

/// <summary>Coherent forecasts of all nodes.</summary>
/// <param name="Periods">The periods forecast: starts after the origin, counts the horizon.</param>
/// <param name="Nodes">By level, coarse to fine, then by key.</param>
public sealed record ForecastSet(TimeAxis Periods, IReadOnlyList<NodeForecast> Nodes);
