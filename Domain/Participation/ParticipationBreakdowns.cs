using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Participation;

/// <summary>Codes of breakdowns, as used in tables.</summary>
public static class ParticipationBreakdowns
{
    private static readonly CodeTable<ParticipationBreakdown> Table = new(
        (ParticipationBreakdown.Total, ["total"]),
        (ParticipationBreakdown.Channel, ["channel"]),
        (ParticipationBreakdown.Mode, ["mode"]));

    /// <summary>All breakdowns.</summary>
    public static IReadOnlyList<ParticipationBreakdown> All { get; } = Enum.GetValues<ParticipationBreakdown>();

    /// <summary><c>total</c>, <c>channel</c> or <c>mode</c>.</summary>
    public static string Code(this ParticipationBreakdown breakdown) => Table.Print(breakdown);
}
