namespace CommunityDemand.Api.History;

/// <summary>Demand of one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Demand">Demanded person-visits: served and unmet.</param>
internal readonly record struct DayDemand(DateOnly Date, double Demand);
