using CommunityDemand.Domain.Time;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Time;

public sealed class CityCalendarTests
{
    [Fact]
    public void Day_Rules_TellWorkdaysWeekendsAndHolidaysApart()
    {
        CityCalendar.China[new DateOnly(2025, 3, 7)].Kind.ShouldBe(DayKind.Workday);
        CityCalendar.China[new DateOnly(2025, 3, 8)].Kind.ShouldBe(DayKind.Weekend);
        CityCalendar.China[new DateOnly(2025, 1, 29)].ShouldBe(
            new CalendarDay(new DateOnly(2025, 1, 29), DayKind.Holiday, "Spring Festival", Statutory: true, Event: null));
        CityCalendar.China[new DateOnly(2025, 10, 6)].Name.ShouldBe("Mid-Autumn Festival");
    }

    [Fact]
    public void Day_NoRules_LeavesWeekendsOnly()
    {
        var calendar = new CityCalendar(HolidayRules.For("none"));

        calendar[new DateOnly(2025, 1, 29)].Kind.ShouldBe(DayKind.Workday);
        calendar.DaysFromSpringFestival(new DateOnly(2025, 1, 29)).ShouldBeNull();
        calendar.DaysFromOtherHoliday(new DateOnly(2025, 1, 29)).ShouldBeNull();
    }

    [Fact]
    public void Day_UploadedRows_OverrideTheRules()
    {
        var calendar = new CityCalendar(
            HolidayRules.China,
            [
                new(new DateOnly(2025, 1, 26), CalendarEntryKind.MakeUpWorkday),
                new(new DateOnly(2025, 6, 3), CalendarEntryKind.Holiday, "City day"),
                new(new DateOnly(2025, 6, 4), CalendarEntryKind.Event, "Marathon"),
            ]);

        calendar[new DateOnly(2025, 1, 26)].Kind.ShouldBe(DayKind.MakeUpWorkday);
        calendar[new DateOnly(2025, 6, 3)].ShouldBe(new CalendarDay(new DateOnly(2025, 6, 3), DayKind.Holiday, "City day", false, null));
        calendar[new DateOnly(2025, 6, 4)].ShouldBe(new CalendarDay(new DateOnly(2025, 6, 4), DayKind.Workday, null, false, "Marathon"));
    }

    [Fact]
    public void Day_RowsOfSeveralScopes_NarrowestWins()
    {
        var date = new DateOnly(2025, 6, 4);
        var calendar = new CityCalendar(
            HolidayRules.China,
            [
                new(date, CalendarEntryKind.Holiday, "Closed here", Community: "a"),
                new(date, CalendarEntryKind.MakeUpWorkday, District: "north"),
                new(date, CalendarEntryKind.Holiday, "City day"),
            ]);

        calendar.Day(date, "a", "north").Name.ShouldBe("Closed here");
        calendar.Day(date, "b", "north").Kind.ShouldBe(DayKind.MakeUpWorkday);
        calendar.Day(date, "c", "south").Name.ShouldBe("City day");
        calendar[date].Name.ShouldBe("City day");
    }

    [Theory]
    [InlineData("2025-01-29", 0)]
    [InlineData("2025-01-22", -7)]
    [InlineData("2025-02-12", 14)]
    [InlineData("2025-12-31", -48)]
    public void DaysFromSpringFestival_CountsFromTheLunarNewYear(string date, int days) =>
        CityCalendar.China.DaysFromSpringFestival(DateOnly.Parse(date)).ShouldBe(days);

    [Theory]
    [InlineData("2025-10-05", 0)]
    [InlineData("2025-10-10", 2)]
    [InlineData("2025-09-28", -3)]
    [InlineData("2025-01-29", 28)]
    public void DaysFromOtherHoliday_CountsFromTheDaysOff(string date, int days) =>
        CityCalendar.China.DaysFromOtherHoliday(DateOnly.Parse(date)).ShouldBe(days);

    [Fact]
    public void DaysFromOtherHoliday_UploadedHoliday_Counts()
    {
        var calendar = new CityCalendar(HolidayRules.None, [new(new DateOnly(2025, 7, 4), CalendarEntryKind.Holiday)]);

        calendar.DaysFromOtherHoliday(new DateOnly(2025, 7, 1)).ShouldBe(-3);
        calendar.DaysFromOtherHoliday(new DateOnly(2025, 7, 4)).ShouldBe(0);
        calendar.DaysFromOtherHoliday(new DateOnly(2025, 7, 6)).ShouldBe(2);
    }

    [Fact]
    public void DaysFrom_ConsecutiveDays_MoveByOneOrChangeHoliday() => Gen.Int[730000, 766000].Sample(number =>
    {
        var (today, tomorrow) = (DateOnly.FromDayNumber(number), DateOnly.FromDayNumber(number + 1));
        if (CityCalendar.China.DaysFromSpringFestival(today) is not { } a
            || CityCalendar.China.DaysFromSpringFestival(tomorrow) is not { } b) return;

        (b == a + 1 || (a > 150 && b < -150)).ShouldBeTrue($"{today:o}: {a}, then {b}");
    });
}
