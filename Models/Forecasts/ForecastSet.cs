using CommunityDemand.Domain.Time;

namespace CommunityDemand.Models.Forecasts;

/// <summary>Coherent forecasts of all nodes.</summary>
/// <param name="Periods">Forecast periods: the axis starts after the origin, and its length is the horizon.</param>
/// <param name="Nodes">Nodes by level, coarse to fine, then by key.</param>
public sealed record ForecastSet(TimeAxis Periods, IReadOnlyList<NodeForecast> Nodes);
