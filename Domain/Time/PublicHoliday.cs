namespace CommunityDemand.Domain.Time;

/// <summary>A holiday of one year: the range of days that are customarily off, and the statutory days among them.</summary>
/// <param name="Festival">The festival.</param>
/// <param name="Day">Day of the festival, such as the first day of the lunar year.</param>
/// <param name="First">First day off.</param>
/// <param name="Last">Last day off, inclusive.</param>
/// <param name="StatutoryFirst">First statutory day.</param>
/// <param name="StatutoryLast">Last statutory day, inclusive.</param>
public sealed record PublicHoliday(
    Festival Festival, DateOnly Day, DateOnly First, DateOnly Last, DateOnly StatutoryFirst, DateOnly StatutoryLast)
{
    /// <summary>Whether a day is one of the days off.</summary>
    public bool Contains(DateOnly date) => date >= First && date <= Last;

    /// <summary>Whether a day is one of those that the law names.</summary>
    public bool IsStatutory(DateOnly date) => date >= StatutoryFirst && date <= StatutoryLast;

    /// <summary>Days from the range of days off: 0 within, negative before, positive after.</summary>
    public int DaysFrom(DateOnly date) => date < First ? date.DayNumber - First.DayNumber : Math.Max(0, date.DayNumber - Last.DayNumber);
}
