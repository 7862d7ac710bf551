using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Series;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Benchmarks.Scale.City;

/// <summary>Where a city's series lie: communities in subdistricts in districts, each with the same services.</summary>
internal sealed class CityLayout
{
    private const int CommunitiesOfSubdistrict = 8;
    private const int SubdistrictsOfDistrict = 6;
    private const int MostServices = 12;

    /// <summary>Lays out series; the last community has whatever services are left.</summary>
    public CityLayout(int series)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(series, 1);
        Series = series;
        var catalogue = BuiltInServices.All;
        Services = [.. Enumerable.Range(0, MostServices).Select(i => catalogue[i * catalogue.Count / MostServices])];
        Communities = (series + MostServices - 1) / MostServices;
    }

    public int Series { get; }

    public int Communities { get; }

    public IReadOnlyList<Service> Services { get; }

    public static int CommunityOf(int series) => series / MostServices;

    public static int ServiceOf(int series) => series % MostServices;

    /// <summary>For each series its values of the city schema's columns; those of one place share their strings.</summary>
    public string[][] Keys()
    {
        var keys = new string[Series][];
        var (district, subdistrict, community) = ("", "", "");
        for (var i = 0; i < Series; i++)
        {
            if (ServiceOf(i) == 0)
            {
                var (c, s) = (CommunityOf(i), CommunityOf(i) / CommunitiesOfSubdistrict);
                (district, subdistrict, community) = ($"d{s / SubdistrictsOfDistrict:000}", $"s{s:0000}", $"c{c:00000}");
            }

            var service = Services[ServiceOf(i)];
            keys[i] = CitySchema.Values(new SeriesKey(district, subdistrict, community, service.NeedClass.Code(), service.Code));
        }

        return keys;
    }
}
