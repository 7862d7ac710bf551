using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Catalogue;

/// <summary>Codes of the need classes, as used in uploads and tables.</summary>
public static class NeedClasses
{
    private static readonly CodeTable<NeedClass> Table = new(
        (NeedClass.BasicLiving, ["basic_living", "basic", "基本生活", "基本生活需求"]),
        (NeedClass.SocialServices, ["social_services", "social", "社会服务", "社会服务需求"]),
        (NeedClass.CultureAndEducation, ["culture_and_education", "culture_education", "文化教育", "文化教育需求"]),
        (NeedClass.SpecialGroups, ["special_groups", "special", "特殊群体", "特殊群体需求"]));

    /// <summary>All four need classes, in the handbook's order.</summary>
    public static IReadOnlyList<NeedClass> All { get; } = Enum.GetValues<NeedClass>();

    /// <summary><c>basic_living</c>, <c>social_services</c>, <c>culture_and_education</c> or <c>special_groups</c>.</summary>
    public static string Code(this NeedClass needClass) => Table.Print(needClass);

    /// <summary>The code and the other accepted spellings.</summary>
    public static IReadOnlyList<string> Spellings(this NeedClass needClass) => Table.Spellings(needClass);

    /// <summary>Parses a code or a Chinese name; letter case, spaces, hyphens and underscores are ignored.</summary>
    public static bool TryParse(string? text, out NeedClass needClass) => Table.TryParse(text, out needClass);
}
