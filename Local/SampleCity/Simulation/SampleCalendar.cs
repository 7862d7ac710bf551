using CommunityDemand.Domain.Time;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// Calendar of the city: China's rules, the make-up workdays of the city's own notices, and its events. Real notices differ from year to
/// year; here the Sunday before and the Saturday after each of the three long holidays are workdays.
/// </summary>
internal static class SampleCalendar
{
    /// <summary>
    /// Uploaded rows, from the first year of the data to the year after the data: the notice of the next year is known in advance.
    /// </summary>
    public static IReadOnlyList<CalendarEntry> Entries(SampleCityOptions options) =>
    [
        .. Enumerable.Range(options.Start.Year, options.End.Year - options.Start.Year + 2)
            .SelectMany(InYear)
            .OrderBy(e => e.Date)
            .ThenBy(e => e.Kind),
    ];

    private static IEnumerable<CalendarEntry> InYear(int year)
    {
        var holidays = HolidayRules.China.InYear(year);
        foreach (var holiday in holidays.Where(h => h.First.AddDays(4) <= h.Last))
        {
            yield return MakeUp(LastBefore(holiday.First.AddDays(-1), DayOfWeek.Sunday), holiday);
            yield return MakeUp(LastBefore(holiday.Last.AddDays(8), DayOfWeek.Saturday), holiday);
        }

        // The second Friday of June and of November, in the whole city; a festival of each district in spring.
        yield return new CalendarEntry(Nth(new DateOnly(year, 6, 1), DayOfWeek.Friday, 2), CalendarEntryKind.Event, "Neighbours' Day 邻里节");
        yield return new CalendarEntry(Nth(new DateOnly(year, 11, 1), DayOfWeek.Friday, 2), CalendarEntryKind.Event, "Culture Day 文化日");
        yield return new CalendarEntry(
            Nth(new DateOnly(year, 3, 1), DayOfWeek.Saturday, 4), CalendarEntryKind.Event, "Blossom Festival 赏花节",
            District: Places.District(0));
    }

    private static CalendarEntry MakeUp(DateOnly date, PublicHoliday holiday) =>
        new(date, CalendarEntryKind.MakeUpWorkday, $"Make-up workday for {holiday.Name} 调休");

    private static DateOnly LastBefore(DateOnly day, DayOfWeek weekday)
    {
        var date = day.AddDays(-1);
        while (date.DayOfWeek != weekday) date = date.AddDays(-1);
        return date;
    }

    private static DateOnly Nth(DateOnly first, DayOfWeek weekday, int n) =>
        first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (n - 1)));
}
