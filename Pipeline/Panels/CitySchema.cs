using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Series;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Keys of a city's series: the area tree crossed with the service tree. Values are codes of areas and services.</summary>
internal static class CitySchema
{
    public const string District = "district";
    public const string Subdistrict = "subdistrict";
    public const string Community = "community";
    public const string NeedClass = "need_class";
    public const string Service = "service";

    private static readonly string[] Areas = [District, Subdistrict, Community];
    private static readonly string[] Services = [NeedClass, Service];

    public static KeySchema Schema { get; } = new([.. Areas, .. Services], [Areas, Services]);

    /// <summary>The key in the form of panels: a value for each column of the schema.</summary>
    public static string[] Values(SeriesKey key) => [key.District, key.Subdistrict, key.Community, key.NeedClass, key.Service];

    /// <summary>The key that has these <see cref="Values"/>.</summary>
    public static SeriesKey Key(IReadOnlyList<string> values) => new(values[0], values[1], values[2], values[3], values[4]);

    /// <summary>Keys of a panel with this schema, in the order of its series.</summary>
    public static IEnumerable<SeriesKey> Keys(Panel panel) => panel.Keys.Select(Key);

    /// <summary>The area and the services of a node.</summary>
    /// <param name="city">Code of the city, which keys do not contain.</param>
    public static (AreaLevel Level, string Area, ServiceScope Scope) Place(Node node, string city) => Place(
        node.Level switch
        {
            Level.Bottom => Schema.Columns,
            Level.Total => [],
            var name => name.Split('+'),
        },
        node.Values,
        city);

    /// <summary>Name of the level with the given columns, in the order of the schema.</summary>
    public static string LevelOf(IReadOnlyList<string> columns) =>
        columns.Count == 0 ? Level.Total : columns.Count == Schema.Columns.Count ? Level.Bottom : string.Join('+', columns);

    /// <summary>The area and the services of a key.</summary>
    /// <param name="columns">Columns of the key, in the order of the schema.</param>
    /// <param name="values">One value for each column.</param>
    /// <param name="city">Code of the city, which keys do not contain.</param>
    public static (AreaLevel Level, string Area, ServiceScope Scope) Place(
        IReadOnlyList<string> columns, IReadOnlyList<string> values, string city)
    {
        var areas = columns.Count(column => Areas.Contains(column));
        var scope = (columns.Count - areas) switch
        {
            0 => ServiceScope.All,
            1 => ServiceScope.OfNeedClass(values[^1]),
            _ => ServiceScope.OfService(values[^1]),
        };
        return (AreaLevel.City - areas, areas == 0 ? city : values[areas - 1], scope);
    }
}
