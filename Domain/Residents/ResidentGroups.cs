using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Residents;

/// <summary>Codes of resident groups, as used in tables.</summary>
public static class ResidentGroups
{
    private static readonly CodeTable<ResidentGroup> Table = new(
        (ResidentGroup.Age60Plus, ["age_60_plus"]),
        (ResidentGroup.Age65Plus, ["age_65_plus"]),
        (ResidentGroup.Age15To35, ["age_15_35"]),
        (ResidentGroup.Disabled, ["disabled"]),
        (ResidentGroup.LowIncome, ["low_income"]),
        (ResidentGroup.Children, ["children"]));

    /// <summary>All groups.</summary>
    public static IReadOnlyList<ResidentGroup> All { get; } = Enum.GetValues<ResidentGroup>();

    /// <summary>The code, such as <c>age_60_plus</c>.</summary>
    public static string Code(this ResidentGroup group) => Table.Print(group);
}
