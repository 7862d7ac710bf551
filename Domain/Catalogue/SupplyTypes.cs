using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Catalogue;

/// <summary>Codes of the supply types, as uploads and tables have them.</summary>
public static class SupplyTypes
{
    private static readonly CodeTable<SupplyType> Table = new(
        (SupplyType.Basic, ["basic", "基础", "基础型", "基础型服务"]),
        (SupplyType.Professional, ["professional", "专业", "专业型", "专业型服务"]),
        (SupplyType.Digital, ["digital", "数字", "数字型", "数字化", "数字型服务"]));

    /// <summary>All three, in the handbook's order.</summary>
    public static IReadOnlyList<SupplyType> All { get; } = Enum.GetValues<SupplyType>();

    /// <summary><c>basic</c>, <c>professional</c> or <c>digital</c>.</summary>
    public static string Code(this SupplyType supplyType) => Table.Print(supplyType);

    /// <summary>The code and the other spellings that are read.</summary>
    public static IReadOnlyList<string> Spellings(this SupplyType supplyType) => Table.Spellings(supplyType);

    /// <summary>Reads a code or a Chinese name; case, spaces, hyphens and underscores don't matter.</summary>
    public static bool TryParse(string? text, out SupplyType supplyType) => Table.TryParse(text, out supplyType);
}
