using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Geography;

/// <summary>Codes of the levels, as used in tables.</summary>
public static class AreaLevels
{
    private static readonly CodeTable<AreaLevel> Table = new(
        (AreaLevel.Community, ["community", "社区"]),
        (AreaLevel.Subdistrict, ["subdistrict", "街道"]),
        (AreaLevel.District, ["district", "区"]),
        (AreaLevel.City, ["city", "市"]));

    /// <summary><c>community</c>, <c>subdistrict</c>, <c>district</c> or <c>city</c>.</summary>
    public static string Code(this AreaLevel level) => Table.Print(level);

    /// <summary>Parses a code or a Chinese name; letter case, spaces, hyphens and underscores are ignored.</summary>
    public static bool TryParse(string? text, out AreaLevel level) => Table.TryParse(text, out level);
}
