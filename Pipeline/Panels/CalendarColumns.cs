using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>
/// Calendar of the city as columns for the models, known in advance for the horizon too: of days what they are, of weeks and months the
/// number of working days, of other holidays, and of the weeks around the moving Spring Festival.
/// </summary>
public static class CalendarColumns
{
    /// <summary>Column that is 1 on public holidays, otherwise 0.</summary>
    public const string IsHoliday = "is_holiday";

    // Demand falls before Spring Festival and returns in the weeks up to and after the Lantern Festival; other holidays affect one week.
    private const int FestivalReach = 30;
    private const int HolidayReach = 7;

    // Weeks of the festival in a longer period: from the week before the festival to the Lantern Festival two weeks after.
    private const int FestivalDaysBefore = 7;
    private const int FestivalDaysAfter = 15;

    /// <param name="window">Periods of the axis.</param>
    /// <param name="horizon">Number of periods after these.</param>
    internal static CalendarFeatures Of(CityCalendar calendar, HistoryWindow window, int horizon) =>
        Of(calendar, new TimeAxis(window.Cadence.Frequency, window.First.ToDateTime(TimeOnly.MinValue), window.Count), horizon);

    /// <param name="axis">Periods of the panel. Hours have what their day is; a calendar says nothing of years.</param>
    /// <param name="horizon">Number of periods after these.</param>
    public static CalendarFeatures Of(CityCalendar calendar, TimeAxis axis, int horizon) => axis.Frequency switch
    {
        Frequency.Hourly or Frequency.Daily => OfDays(calendar, axis, horizon),
        Frequency.Yearly => CalendarFeatures.None,
        _ => OfPeriods(calendar, axis, horizon),
    };

    private static CalendarFeatures OfDays(CityCalendar calendar, TimeAxis axis, int horizon)
    {
        float[] Column(Func<DateOnly, float> value) =>
            [.. Enumerable.Range(0, axis.Count + horizon).Select(i => value(DayOf(axis[i])))];
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

    // Of a week or month: what it has of the days that change demand. Holidays that stay in their month are part of its season.
    private static CalendarFeatures OfPeriods(CityCalendar calendar, TimeAxis axis, int horizon)
    {
        float[] Column(Func<DateOnly, bool> counts, Func<int, float> value) =>
        [
            .. Enumerable.Range(0, axis.Count + horizon).Select(i => value(
                Enumerable.Range(DayOf(axis[i]).DayNumber, DayOf(axis[i + 1]).DayNumber - DayOf(axis[i]).DayNumber)
                    .Count(day => counts(DateOnly.FromDayNumber(day))))),
        ];
        bool IsFestival(DateOnly day) => calendar.DaysFromSpringFestival(day) is >= -FestivalDaysBefore and <= FestivalDaysAfter;
        return new CalendarFeatures(
            ["working_days", "holidays", "spring_festival_weeks", "is_event"],
            [
                Column(day => OpenDays.IsWorkingDay(calendar[day].Kind), days => days),
                Column(day => calendar[day].Kind == DayKind.Holiday && !IsFestival(day), days => days),
                Column(IsFestival, days => MathF.Round(days / 7f)),
                Column(day => calendar[day].Event is not null, days => Math.Min(days, 1)),
            ]);
    }

    private static DateOnly DayOf(DateTime start) => DateOnly.FromDateTime(start);

    // Beyond the reach, all days are equal: one more than the reach, on either side.
    private static float Within(int? days, int reach) => days is { } d && Math.Abs(d) <= reach ? d : reach + 1;
}
