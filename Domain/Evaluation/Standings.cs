using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Evaluation;

/// <summary>Codes of standings, as used in tables.</summary>
public static class Standings
{
    private static readonly CodeTable<Standing> Table = new(
        (Standing.Average, ["average"]),
        (Standing.Weak, ["weak"]),
        (Standing.Strong, ["strong"]));

    /// <summary><c>average</c>, <c>weak</c> or <c>strong</c>.</summary>
    public static string Code(this Standing standing) => Table.Print(standing);
}
