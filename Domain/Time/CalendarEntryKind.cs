namespace CommunityDemand.Domain.Time;

/// <summary>What an uploaded calendar row says of its day.</summary>
public enum CalendarEntryKind
{
    /// <summary>The day is off.</summary>
    Holiday,

    /// <summary>The day is worked, whatever rules and weekends say.</summary>
    MakeUpWorkday,

    /// <summary>Something takes place; the day stays what it is.</summary>
    Event,
}
