using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Tests.Pipeline.Ingest.Mappings;

public sealed class PeriodDayTests
{
    [Theory]
    [InlineData("Month", "2025-03", "2025-03-01")]
    [InlineData("Month", "202503", "2025-03-01")]
    [InlineData("Month", "3/2025", "2025-03-01")]
    [InlineData("Month", "Mar 2025", "2025-03-01")]
    [InlineData("Month", "Sep-25", "2025-09-01")]
    [InlineData("Month", "September 2025", "2025-09-01")]
    [InlineData("Month", "2025年3月", "2025-03-01")]
    [InlineData("Month", "114年3月", "2025-03-01")]
    [InlineData("Month", "11503", "2026-03-01")]
    [InlineData("Quarter", "2025Q3", "2025-07-01")]
    [InlineData("Quarter", "Q1 2025", "2025-01-01")]
    [InlineData("Quarter", "2025年第2季度", "2025-04-01")]
    [InlineData("Week", "2025-W36", "2025-09-01")]
    public void TryRead_Period_IsItsFirstDay(string period, string text, string day)
    {
        PeriodDay.TryRead(text, Enum.Parse<CountingPeriod>(period), isMinguo: false, out var first).ShouldBeTrue();

        first.ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Month", "2025-13")]
    [InlineData("Month", "2025")]
    [InlineData("Month", "25-03")]
    [InlineData("Month", "Foo 2025")]
    [InlineData("Quarter", "2025Q5")]
    [InlineData("Week", "2025-W53")]
    [InlineData("Week", "2025-03")]
    public void TryRead_OtherText_IsNone(string period, string text) =>
        PeriodDay.TryRead(text, Enum.Parse<CountingPeriod>(period), isMinguo: false, out _).ShouldBeFalse();

    [Fact]
    public void TryRead_TwoDigitsInTheRocCalendar_AreAYear()
    {
        PeriodDay.TryRead("98/12", CountingPeriod.Month, isMinguo: true, out var day).ShouldBeTrue();

        day.ShouldBe(new DateOnly(2009, 12, 1));
    }
}
