namespace CommunityDemand.Domain.Series;

/// <summary>What names a city's series: a service in a community, and what each of the two is a part of. All by code.</summary>
public readonly record struct SeriesKey(string District, string Subdistrict, string Community, string NeedClass, string Service);
