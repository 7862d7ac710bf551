namespace CommunityDemand.Domain.Time;

/// <summary>Kind of an uploaded calendar row.</summary>
public enum CalendarEntryKind
{
    /// <summary>The day is a day off.</summary>
    Holiday,

    /// <summary>The day is a working day, even on weekends and holidays.</summary>
    MakeUpWorkday,

    /// <summary>An event takes place; the kind of the day does not change.</summary>
    Event,
}
