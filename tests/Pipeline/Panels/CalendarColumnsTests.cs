using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Tests.Pipeline.Panels;

public sealed class CalendarColumnsTests
{
    private static readonly DateTime Start = new(2025, 6, 2);

    private static readonly CityCalendar Calendar = new(
        HolidayRules.For("US"), [new CalendarEntry(new DateOnly(2025, 7, 8), CalendarEntryKind.Event, "Fair")]);

    [Fact]
    public void Of_Hours_HasWhatTheirDayIs()
    {
        var columns = CalendarColumns.Of(Calendar, new TimeAxis(Frequency.Hourly, new DateTime(2025, 7, 3, 12, 0, 0), 24), 24);

        columns.Count.ShouldBe(48);
        columns.Columns[0].ShouldBe([.. Enumerable.Repeat(0f, 12), .. Enumerable.Repeat(1f, 24), .. Enumerable.Repeat(0f, 12)]);
    }

    [Theory]
    [InlineData(Frequency.Weekly, 4, "5 5 4 5 4 5", "0 0 1 0 1 0", "0 0 0 0 0 1")]
    [InlineData(Frequency.Monthly, 1, "20 22", "1 1", "0 1")]
    [InlineData(Frequency.Quarterly, 0, "63 64", "2 2", "0 1")]
    public void Of_LongerPeriods_CountsTheirDays(Frequency frequency, int periods, string working, string holidays, string events)
    {
        var columns = CalendarColumns.Of(Calendar, new TimeAxis(frequency, Start, periods), frequency == Frequency.Monthly ? 1 : 2);

        float[] Column(string name) => columns.Columns[columns.Names.ToList().IndexOf(name)];
        string Shown(string name) => string.Join(' ', Column(name));
        Shown("working_days").ShouldBe(working);
        Shown("holidays").ShouldBe(holidays);
        Shown("is_event").ShouldBe(events);
    }

    [Fact]
    public void Of_Years_IsEmpty() => CalendarColumns.Of(Calendar, new TimeAxis(Frequency.Yearly, Start, 3), 2).Names.ShouldBeEmpty();
}
