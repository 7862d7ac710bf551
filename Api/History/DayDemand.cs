namespace CommunityDemand.Api.History;

/// <summary>Demand of one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Demand">Person-visits wanted: served and turned away.</param>
internal readonly record struct DayDemand(DateOnly Date, double Demand);
