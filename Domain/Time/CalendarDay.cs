namespace CommunityDemand.Domain.Time;

/// <summary>A day as a calendar sees it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What sort of day it is.</param>
/// <param name="Name">Name of the holiday or what an upload calls the day; null for a plain day.</param>
/// <param name="Statutory">Whether the law itself makes it a holiday, rather than custom or an upload.</param>
/// <param name="Event">Name of an uploaded event; null if none.</param>
public readonly record struct CalendarDay(DateOnly Date, DayKind Kind, string? Name, bool Statutory, string? Event)
{
    /// <summary>Whether offices work: a workday or a make-up workday.</summary>
    public bool IsWorked => Kind is DayKind.Workday or DayKind.MakeUpWorkday;
}
