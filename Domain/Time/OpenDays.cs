namespace CommunityDemand.Domain.Time;

/// <summary>Days of a period on which services are open: capacity of a period is daily capacity times these.</summary>
/// <param name="Working">Working days of the calendar: not weekends and holidays, but make-up workdays.</param>
/// <param name="All">All days.</param>
public readonly record struct OpenDays(int Working, int All)
{
    private const double WorkWeek = 5;
    private const double Week = 7;

    /// <summary>A single day, on which daily capacity counts as it is.</summary>
    public static OpenDays OfDay { get; } = new(1, 1);

    /// <summary>Days of a week on which a service opens that opens on working days.</summary>
    public static double Usual => WorkWeek;

    /// <summary>Counts the days of a period.</summary>
    public static OpenDays Of(CityCalendar calendar, DateOnly first, DateOnly last)
    {
        var working = 0;
        for (var day = first; day <= last; day = day.AddDays(1)) working += IsWorkingDay(calendar[day].Kind) ? 1 : 0;
        return new OpenDays(working, last.DayNumber - first.DayNumber + 1);
    }

    public static bool IsWorkingDay(DayKind kind) => kind is DayKind.Workday or DayKind.MakeUpWorkday;

    /// <summary>
    /// Open days of a service: the working days at 5 days a week, all days at 7; in proportion below 5, and between the two from 5 to 7.
    /// </summary>
    /// <param name="daysAWeek">Days of a usual week on which the service is open, 0 to 7.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is outside 0 to 7.</exception>
    public double At(double daysAWeek)
    {
        if (!(daysAWeek is >= 0 and <= Week))
            throw new ArgumentOutOfRangeException(nameof(daysAWeek), daysAWeek, "A week has 0 to 7 open days.");
        return daysAWeek <= WorkWeek
            ? Working * daysAWeek / WorkWeek
            : Working + ((All - Working) * (daysAWeek - WorkWeek) / (Week - WorkWeek));
    }
}
