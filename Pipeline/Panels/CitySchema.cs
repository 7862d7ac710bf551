using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>How a city's series are keyed: the tree of areas crossed with the tree of services. Values are codes of the areas and services.</summary>
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

    /// <summary>The area and the services that a node stands for.</summary>
    /// <param name="city">Code of the city, which no key holds.</param>
    public static (AreaLevel Level, string Area, ServiceScope Scope) Place(Node node, string city) => Place(
        node.Level switch
        {
            Level.Bottom => Schema.Columns,
            Level.Total => [],
            var name => name.Split('+'),
        },
        node.Values,
        city);

    /// <summary>Name of the level that keeps these columns apart, in the schema's order.</summary>
    public static string LevelOf(IReadOnlyList<string> columns) =>
        columns.Count == 0 ? Level.Total : columns.Count == Schema.Columns.Count ? Level.Bottom : string.Join('+', columns);

    /// <summary>The area and the services that a key stands for.</summary>
    /// <param name="columns">The columns that the key has values of, in the schema's order.</param>
    /// <param name="values">One a column.</param>
    /// <param name="city">Code of the city, which no key holds.</param>
    public static (AreaLevel Level, string Area, ServiceScope Scope) Place(IReadOnlyList<string> columns, IReadOnlyList<string> values, string city)
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
