using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Time;

/// <summary>An uploaded calendar row. The row overrides the calendar rules on its day, within its scope.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">Kind of day.</param>
/// <param name="Name">Name of the day; may be null.</param>
/// <param name="Community">Code of the community in scope; null for all communities.</param>
/// <param name="District">Name of the district in scope; null for all districts.</param>
public sealed record CalendarEntry(
    DateOnly Date, CalendarEntryKind Kind, string? Name = null, string? Community = null, string? District = null)
{
    private static readonly CodeTable<CalendarEntryKind> Kinds = new(
        (CalendarEntryKind.Holiday, ["holiday", "节假日", "假日", "休"]),
        (CalendarEntryKind.MakeUpWorkday, ["make_up_workday", "调休上班", "调休工作日", "班"]),
        (CalendarEntryKind.Event, ["event", "活动", "事件"]));

    /// <summary>Code of the kind: <c>holiday</c>, <c>make_up_workday</c> or <c>event</c>.</summary>
    public string KindCode => Kinds.Print(Kind);

    /// <summary>Parses the code or the Chinese name of a kind; letter case, spaces, hyphens and underscores are ignored.</summary>
    public static bool TryParseKind(string? text, out CalendarEntryKind kind) => Kinds.TryParse(text, out kind);

    // 2 for one community, 1 for one district, 0 for the city: the narrowest scope wins.
    internal int Narrowness => Community is not null ? 2 : District is not null ? 1 : 0;

    internal bool HoldsFor(string? community, string? district) =>
        (Community is null || Community == community) && (District is null || District == district);
}
