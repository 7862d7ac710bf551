using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Catalogue;

/// <summary>Codes of the supply types, as used in uploads and tables.</summary>
public static class SupplyTypes
{
    private static readonly CodeTable<SupplyType> Table = new(
        (SupplyType.Basic, ["basic", "基础", "基础型", "基础型服务"]),
        (SupplyType.Professional, ["professional", "专业", "专业型", "专业型服务"]),
        (SupplyType.Digital, ["digital", "数字", "数字型", "数字化", "数字型服务"]));

    /// <summary>All three supply types, in the handbook's order.</summary>
    public static IReadOnlyList<SupplyType> All { get; } = Enum.GetValues<SupplyType>();

    /// <summary><c>basic</c>, <c>professional</c> or <c>digital</c>.</summary>
    public static string Code(this SupplyType supplyType) => Table.Print(supplyType);

    /// <summary>The code and the other accepted spellings.</summary>
    public static IReadOnlyList<string> Spellings(this SupplyType supplyType) => Table.Spellings(supplyType);

    /// <summary>Parses a code or a Chinese name; letter case, spaces, hyphens and underscores are ignored.</summary>
    public static bool TryParse(string? text, out SupplyType supplyType) => Table.TryParse(text, out supplyType);
}
