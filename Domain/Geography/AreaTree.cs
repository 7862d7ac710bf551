using System.Diagnostics.CodeAnalysis;

namespace CommunityDemand.Domain.Geography;

/// <summary>
/// The area tree of a city, built from its communities. Areas of a level are in ordinal order of their codes.
/// <list type="bullet">
/// <item>The last of several rows for one community counts.</item>
/// <item>An empty level becomes <see cref="Community.Unassigned"/>; so does every level of a community that no row describes.</item>
/// <item>A tree has one city: the name that most communities give (the first in ordinal order where numbers are equal).</item>
/// <item>Subdistricts of the same name in two districts are two subdistricts: the code of a subdistrict includes the district.</item>
/// </list>
/// </summary>
public sealed class AreaTree
{
    private readonly Dictionary<string, Community> _communities = new(StringComparer.Ordinal);
    private readonly Dictionary<(AreaLevel Level, string Code), Area> _areas = [];
    private readonly Dictionary<AreaLevel, List<Area>> _levels = [];
    private readonly ILookup<(AreaLevel Level, string Code), Area> _children;

    /// <param name="communities">Rows that describe communities.</param>
    /// <param name="codesInUse">Codes that appear in facts; a code without a row becomes an undescribed community.</param>
    public AreaTree(IEnumerable<Community> communities, IEnumerable<string>? codesInUse = null)
    {
        foreach (var community in communities) _communities[community.Code] = community;
        var city = CommonestCity();
        foreach (var code in codesInUse ?? []) _communities.TryAdd(code, Community.Undescribed(code));
        foreach (var (code, community) in _communities) _communities[code] = Complete(community, city);

        City = new Area(AreaLevel.City, city, city, null);
        Add(City);
        foreach (var community in _communities.Values) AddWithParents(community);
        foreach (var level in Enum.GetValues<AreaLevel>())
            _levels[level] = [.. _areas.Values.Where(a => a.Level == level).OrderBy(a => a.Code, StringComparer.Ordinal)];
        _children = _levels.Values.SelectMany(l => l).Where(a => a.Parent is not null).ToLookup(a => (a.Level + 1, a.Parent!));
        Communities = [.. _levels[AreaLevel.Community].Select(a => _communities[a.Code])];
    }

    /// <summary>The city: the root of the tree.</summary>
    public Area City { get; }

    /// <summary>All communities in ordinal order of their codes, with every level filled in.</summary>
    public IReadOnlyList<Community> Communities { get; }

    /// <summary>The areas of a level.</summary>
    public IReadOnlyList<Area> At(AreaLevel level) => _levels[level];

    /// <summary>Looks up an area by its code.</summary>
    public bool TryGet(AreaLevel level, string code, [NotNullWhen(true)] out Area? area) => _areas.TryGetValue((level, code), out area);

    /// <summary>Looks up a community by its code.</summary>
    public bool TryGetCommunity(string code, [NotNullWhen(true)] out Community? community) => _communities.TryGetValue(code, out community);

    /// <summary>The areas one level below.</summary>
    public IEnumerable<Area> ChildrenOf(Area area) => _children[(area.Level, area.Code)];

    /// <summary>The area one level above; null for the city.</summary>
    public Area? ParentOf(Area area) => area.Parent is { } code ? _areas[(area.Level + 1, code)] : null;

    /// <summary>The path from the city down to the area, including the area.</summary>
    public IReadOnlyList<Area> PathTo(Area area)
    {
        var path = new List<Area>();
        for (var step = area; step is not null; step = ParentOf(step)) path.Insert(0, step);
        return path;
    }

    /// <summary>The area of a level that contains a community.</summary>
    /// <exception cref="KeyNotFoundException">The tree does not contain the community.</exception>
    public Area AreaOf(string community, AreaLevel level)
    {
        var area = _areas[(AreaLevel.Community, community)];
        while (area.Level < level) area = ParentOf(area)!;
        return area;
    }

    /// <summary>Communities of an area, in the order of the tree. The communities of a community are the community itself.</summary>
    public IEnumerable<Community> CommunitiesUnder(Area area) => area.Level == AreaLevel.Community
        ? [_communities[area.Code]]
        : ChildrenOf(area).SelectMany(CommunitiesUnder);

    /// <summary>Code of a district.</summary>
    public static string DistrictCode(string district) => Segment(district);

    /// <summary>Code of a subdistrict: its district's code, a slash, and its name.</summary>
    public static string SubdistrictCode(string district, string subdistrict) => $"{Segment(district)}/{Segment(subdistrict)}";

    // A slash inside a name would make codes ambiguous; the full-width slash looks the same.
    private static string Segment(string name) => name.Replace('/', '／');

    private static Community Complete(Community community, string city) => community with
    {
        Name = string.IsNullOrWhiteSpace(community.Name) ? community.Code : community.Name,
        Subdistrict = OrUnassigned(community.Subdistrict),
        District = OrUnassigned(community.District),
        City = city,
    };

    private static string OrUnassigned(string? name) => string.IsNullOrWhiteSpace(name) ? Community.Unassigned : name.Trim();

    private string CommonestCity() => _communities.Values
        .Select(c => c.City)
        .Where(c => !string.IsNullOrWhiteSpace(c) && c != Community.DefaultCity)
        .CountBy(c => c.Trim())
        .OrderByDescending(c => c.Value)
        .ThenBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => c.Key)
        .FirstOrDefault(Community.DefaultCity);

    private void AddWithParents(Community community)
    {
        var district = DistrictCode(community.District);
        var subdistrict = SubdistrictCode(community.District, community.Subdistrict);
        Add(new Area(AreaLevel.District, district, community.District, City.Code));
        Add(new Area(AreaLevel.Subdistrict, subdistrict, community.Subdistrict, district));
        Add(new Area(AreaLevel.Community, community.Code, community.Name, subdistrict));
    }

    private void Add(Area area) => _areas.TryAdd((area.Level, area.Code), area);
}
