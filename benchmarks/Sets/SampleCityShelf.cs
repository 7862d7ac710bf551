namespace CommunityDemand.Benchmarks.Sets;

/// <summary>Sample cities, each made once.</summary>
internal sealed class SampleCityShelf
{
}
