using CommunityDemand.Local.SampleCity;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>Sample cities, each made once.</summary>
internal sealed class SampleCityShelf
{
    private readonly Dictionary<int, SampleCity> _cities = [];

    /// <summary>The default city, with clean files.</summary>
    /// <param name="years">Years of data.</param>
    public async Task<SampleCity> OfAsync(int years, CancellationToken cancellationToken)
    {
        if (!_cities.TryGetValue(years, out var city))
            _cities[years] = city = await SampleCity.MakeAsync(new SampleCityOptions { Dirty = 0, Years = years }, cancellationToken);
        return city;
    }
}
