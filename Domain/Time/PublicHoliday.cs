namespace CommunityDemand.Domain.Time;

/// <summary>One holiday of one year: the run of days that are customarily off, and which of them the law names.</summary>
/// <param name="Festival">Which holiday.</param>
/// <param name="Day">The festival's own day, such as the first day of the lunar year.</param>
/// <param name="First">First day off.</param>
/// <param name="Last">Last day off, inclusive.</param>
/// <param name="StatutoryFirst">First of the days that the law names.</param>
/// <param name="StatutoryLast">Last of the days that the law names, inclusive.</param>
public sealed record PublicHoliday(
    Festival Festival, DateOnly Day, DateOnly First, DateOnly Last, DateOnly StatutoryFirst, DateOnly StatutoryLast)
{
    /// <summary>Whether a day is one of the days off.</summary>
    public bool Contains(DateOnly date) => date >= First && date <= Last;

    /// <summary>Whether a day is one of those that the law names.</summary>
    public bool IsStatutory(DateOnly date) => date >= StatutoryFirst && date <= StatutoryLast;

    /// <summary>Days from the run of days off: 0 within, negative before, positive after.</summary>
    public int DaysFrom(DateOnly date) => date < First ? date.DayNumber - First.DayNumber : Math.Max(0, date.DayNumber - Last.DayNumber);
}
