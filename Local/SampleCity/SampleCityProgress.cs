namespace CommunityDemand.Local.SampleCity;

/// <summary>How far generation is.</summary>
/// <param name="CommunitiesDone">Communities written.</param>
/// <param name="CommunitiesTotal">Communities of the city.</param>
internal readonly record struct SampleCityProgress(int CommunitiesDone, int CommunitiesTotal);
