namespace CommunityDemand.Local.SampleCity;

/// <summary>Progress of the generation.</summary>
/// <param name="CommunitiesDone">Number of communities written.</param>
/// <param name="CommunitiesTotal">Number of communities in the city.</param>
internal readonly record struct SampleCityProgress(int CommunitiesDone, int CommunitiesTotal);
