namespace CommunityDemand.Domain.Series;

/// <summary>Key of a city's series: a service in a community, with the levels above each of them. All values are codes.</summary>
public readonly record struct SeriesKey(string District, string Subdistrict, string Community, string NeedClass, string Service);
