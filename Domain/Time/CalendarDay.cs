namespace CommunityDemand.Domain.Time;

/// <summary>A day of a calendar.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">Kind of day.</param>
/// <param name="Name">Name of the holiday, or the name that an upload gives the day; null for a plain day.</param>
/// <param name="Statutory">Whether the day is a holiday by law, rather than by custom or upload.</param>
/// <param name="Event">Name of an uploaded event; null if none.</param>
public readonly record struct CalendarDay(DateOnly Date, DayKind Kind, string? Name, bool Statutory, string? Event)
{
    /// <summary>Whether offices work: a workday or a make-up workday.</summary>
    public bool IsWorked => Kind is DayKind.Workday or DayKind.MakeUpWorkday;
}
