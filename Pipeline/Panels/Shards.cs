using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>
/// Division of a city's panel into shards, which are forecast separately: the series of each district, and the sums of the districts.
/// </summary>
internal static class Shards
{
    private static readonly string[] AboveDistricts = [CitySchema.District, CitySchema.NeedClass, CitySchema.Service];

    /// <summary>Codes of the districts in ordinal order, each with its series.</summary>
    public static IReadOnlyList<(string District, Panel Panel)> Districts(Panel city) =>
    [
        .. Enumerable.Range(0, city.Keys.Count)
            .GroupBy(series => CitySchema.Key(city.Keys[series]).District, StringComparer.Ordinal)
            .OrderBy(district => district.Key, StringComparer.Ordinal)
            .Select(district => (district.Key, Part(city, [.. district]))),
    ];

    /// <summary>Series of district x service, from which nodes above the districts are forecast.</summary>
    public static Panel Above(IReadOnlyList<Panel> districts)
    {
        var sums = districts.Select(panel => panel.SumTo(AboveDistricts)).ToArray();
        return new Panel(
            sums[0].Axis,
            sums[0].Schema,
            [.. sums.SelectMany(sum => sum.Keys)],
            [.. sums.SelectMany(sum => sum.Values)],
            sums[0].Calendar,
            [
                .. sums[0].Features.Select(
                    (feature, i) => feature.With([.. sums.SelectMany(sum => sum.Features[i].Steps)]))],
            [.. sums.SelectMany(sum => sum.ActiveTo)]);
    }

    /// <summary>Whether a node is forecast in its district's shard, rather than above the districts.</summary>
    public static bool IsInDistrict(Node node) => node.IsBottom || node.Level.Split('+')[0] == CitySchema.District;

    private static Panel Part(Panel panel, int[] series) => new(
        panel.Axis,
        panel.Schema,
        [.. series.Select(i => panel.Keys[i])],
        [.. series.Select(i => panel.Values[i])],
        panel.Calendar,
        [.. panel.Features.Select(feature => feature.With([.. series.Select(i => feature.Steps[i])]))],
        [.. series.Select(i => panel.ActiveTo[i])]);
}
