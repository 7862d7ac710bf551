namespace CommunityDemand.Api.History;

/// <summary>Demand of one day, week or month.</summary>
/// <param name="Date">The day; the first one of a longer period.</param>
/// <param name="Demand">Demanded person-visits: served and unmet.</param>
internal readonly record struct DayDemand(DateOnly Date, double Demand);
