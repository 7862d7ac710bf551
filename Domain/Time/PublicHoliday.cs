namespace CommunityDemand.Domain.Time;

/// <summary>A holiday of one year: the range of days that are customarily off, and the statutory days among them.</summary>
/// <param name="Name">The English name, or the national name where there is no English one.</param>
/// <param name="Day">Day of the festival, such as the first day of the lunar year.</param>
/// <param name="First">First day off.</param>
/// <param name="Last">Last day off, inclusive.</param>
/// <param name="StatutoryFirst">First statutory day.</param>
/// <param name="StatutoryLast">Last statutory day, inclusive.</param>
/// <param name="Festival">The festival, of China's holidays; null for other countries.</param>
public sealed record PublicHoliday(
    string Name, DateOnly Day, DateOnly First, DateOnly Last, DateOnly StatutoryFirst, DateOnly StatutoryLast, Festival? Festival = null)
{
    /// <summary>A holiday of China.</summary>
    public PublicHoliday(
        Festival festival, DateOnly day, DateOnly first, DateOnly last, DateOnly statutoryFirst, DateOnly statutoryLast)
        : this(festival.Name(), day, first, last, statutoryFirst, statutoryLast, festival)
    {
    }

    /// <summary>Whether a day is one of the days off.</summary>
    public bool Contains(DateOnly date) => date >= First && date <= Last;

    /// <summary>Whether a day is one of those that the law names.</summary>
    public bool IsStatutory(DateOnly date) => date >= StatutoryFirst && date <= StatutoryLast;

    /// <summary>Days from the range of days off: 0 within, negative before, positive after.</summary>
    public int DaysFrom(DateOnly date) => date < First ? date.DayNumber - First.DayNumber : Math.Max(0, date.DayNumber - Last.DayNumber);
}
