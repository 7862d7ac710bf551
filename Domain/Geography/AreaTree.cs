using System.Diagnostics.CodeAnalysis;

namespace CommunityDemand.Domain.Geography;

/// <summary>
/// A city's tree of areas, built from its communities. Areas of a level come in ordinal order of their codes.
/// <list type="bullet">
/// <item>Of several rows for one community the last counts.</item>
/// <item>A level left blank reads <see cref="Community.Unassigned"/>; so does every level of a community that no row describes.</item>
/// <item>A tree has one city: the name that most communities give (of equals, the first in ordinal order), whatever the others say.</item>
/// <item>Equal subdistrict names in two districts are two subdistricts: their codes hold the district.</item>
/// </list>
/// </summary>
public sealed class AreaTree
{
    private readonly Dictionary<string, Community> _communities = new(StringComparer.Ordinal);
    private readonly Dictionary<(AreaLevel Level, string Code), Area> _areas = [];
    private readonly Dictionary<AreaLevel, List<Area>> _levels = [];
    private readonly ILookup<(AreaLevel Level, string Code), Area> _children;

    /// <param name="communities">Rows that describe communities.</param>
    /// <param name="codesInUse">Codes that facts name; those without a row become undescribed communities.</param>
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

    /// <summary>The root.</summary>
    public Area City { get; }

    /// <summary>All communities in ordinal order of their codes, levels filled in.</summary>
    public IReadOnlyList<Community> Communities { get; }

    /// <summary>The areas of a level.</summary>
    public IReadOnlyList<Area> At(AreaLevel level) => _levels[level];

    /// <summary>Looks an area up by its code.</summary>
    public bool TryGet(AreaLevel level, string code, [NotNullWhen(true)] out Area? area) => _areas.TryGetValue((level, code), out area);

    /// <summary>Looks a community up by its code.</summary>
    public bool TryGetCommunity(string code, [NotNullWhen(true)] out Community? community) => _communities.TryGetValue(code, out community);

    /// <summary>The areas one level below.</summary>
    public IEnumerable<Area> ChildrenOf(Area area) => _children[(area.Level, area.Code)];

    /// <summary>The area one level above; null for the city.</summary>
    public Area? ParentOf(Area area) => area.Parent is { } code ? _areas[(area.Level + 1, code)] : null;

    /// <summary>From the city down to the area itself.</summary>
    public IReadOnlyList<Area> PathTo(Area area)
    {
        var path = new List<Area>();
        for (var step = area; step is not null; step = ParentOf(step)) path.Insert(0, step);
        return path;
    }

    /// <summary>The area of a level that a community lies in.</summary>
    /// <exception cref="KeyNotFoundException">The tree has no such community.</exception>
    public Area AreaOf(string community, AreaLevel level)
    {
        var area = _areas[(AreaLevel.Community, community)];
        while (area.Level < level) area = ParentOf(area)!;
        return area;
    }

    /// <summary>The communities that an area is made of, in the order of the tree; a community is made of itself.</summary>
    public IEnumerable<Community> CommunitiesUnder(Area area) => area.Level == AreaLevel.Community
        ? [_communities[area.Code]]
        : ChildrenOf(area).SelectMany(CommunitiesUnder);

    /// <summary>Code of a district.</summary>
    public static string DistrictCode(string district) => Segment(district);

    /// <summary>Code of a subdistrict: its district's code, a slash, and its name.</summary>
    public static string SubdistrictCode(string district, string subdistrict) => $"{Segment(district)}/{Segment(subdistrict)}";

    // A slash inside a name would make codes ambiguous; its full-width twin looks the same.
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
