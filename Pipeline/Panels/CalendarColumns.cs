using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Calendar of the city as columns for the models, known in advance for the horizon too.</summary>
internal static class CalendarColumns
{
    /// <summary>Column that is 1 on public holidays, otherwise 0.</summary>
    public const string IsHoliday = "is_holiday";

    // Demand falls before Spring Festival and returns in the weeks up to and after the Lantern Festival; other holidays affect one week.
    private const int FestivalReach = 30;
    private const int HolidayReach = 7;

    /// <param name="days">Days of axis and horizon together.</param>
    public static CalendarFeatures Of(CityCalendar calendar, DateOnly first, int days)
    {
        float[] Column(Func<DateOnly, float> value) => [.. Enumerable.Range(0, days).Select(i => value(first.AddDays(i)))];
        return new CalendarFeatures(
            [IsHoliday, "is_make_up_workday", "is_event", "days_from_spring_festival", "days_from_holiday"],
            [
                Column(day => calendar[day].Kind == DayKind.Holiday ? 1 : 0),
                Column(day => calendar[day].Kind == DayKind.MakeUpWorkday ? 1 : 0),
                Column(day => calendar[day].Event is null ? 0 : 1),
                Column(day => Within(calendar.DaysFromSpringFestival(day), FestivalReach)),
                Column(day => Within(calendar.DaysFromOtherHoliday(day), HolidayReach)),
            ]);
    }

    // Beyond the reach, all days are equal: one more than the reach, on either side.
    private static float Within(int? days, int reach) => days is { } d && Math.Abs(d) <= reach ? d : reach + 1;
}
