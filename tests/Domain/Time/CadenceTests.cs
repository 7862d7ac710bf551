using CommunityDemand.Domain.Time;

namespace CommunityDemand.Tests.Domain.Time;

public sealed class CadenceTests
{
    [Theory]
    [InlineData(Frequency.Daily, "2026-02-27", "2026-02-27", "2026-02-28", "2026-02-28", "2026-03-02")]
    [InlineData(Frequency.Weekly, "2026-03-01", "2026-03-01", "2026-03-02", "2026-03-08", "2026-03-22")]
    [InlineData(Frequency.Weekly, "2026-03-04", "2026-03-01", "2026-03-02", "2026-03-08", "2026-03-22")]
    [InlineData(Frequency.Monthly, "2026-02-28", "2026-02-28", "2026-03-01", "2026-03-31", "2026-05-31")]
    [InlineData(Frequency.Monthly, "2026-02-27", "2026-01-31", "2026-02-01", "2026-02-28", "2026-04-30")]
    public void Periods_AfterAnOrigin_FollowTheCalendar(
        Frequency frequency, string day, string origin, string first, string firstEnd, string third)
    {
        var cadence = Cadence.Of(frequency);

        var last = cadence.LastWholeDay(Day(day));

        last.ShouldBe(Day(origin));
        (cadence.Ahead(last, 1), cadence.End(last, 1), cadence.End(last, 3)).ShouldBe((Day(first), Day(firstEnd), Day(third)));
        cadence.Between(cadence.Ahead(last, 1), cadence.End(last, 3)).ShouldBe(2);
    }

    [Fact]
    public void Of_AQuarter_IsNoCadence() => Should.Throw<ArgumentOutOfRangeException>(() => Cadence.Of(Frequency.Quarterly));

    [Theory]
    [InlineData(5, 20)]
    [InlineData(7, 31)]
    [InlineData(6, 25.5)]
    [InlineData(2.5, 10)]
    [InlineData(0, 0)]
    public void At_DaysAWeek_IsBetweenWorkingDaysAndAll(double daysAWeek, double open) =>
        new OpenDays(20, 31).At(daysAWeek).ShouldBe(open);

    [Fact]
    public void OpenDays_OfOctober_LeaveOutWeekendsAndHolidays() =>
        OpenDays.Of(CityCalendar.China, new DateOnly(2024, 10, 1), new DateOnly(2024, 10, 31)).ShouldBe(new OpenDays(18, 31));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
