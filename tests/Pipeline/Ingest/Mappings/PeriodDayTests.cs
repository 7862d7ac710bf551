using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Tests.Pipeline.Ingest.Mappings;

public sealed class PeriodDayTests
{
    [Theory]
    [InlineData("month", "2025-03", "2025-03-01")]
    [InlineData("month", "202503", "2025-03-01")]
    [InlineData("month", "3/2025", "2025-03-01")]
    [InlineData("month", "Mar 2025", "2025-03-01")]
    [InlineData("month", "Sep-25", "2025-09-01")]
    [InlineData("month", "September 2025", "2025-09-01")]
    [InlineData("month", "2025年3月", "2025-03-01")]
    [InlineData("month", "114年3月", "2025-03-01")]
    [InlineData("month", "11503", "2026-03-01")]
    [InlineData("quarter", "2025Q3", "2025-07-01")]
    [InlineData("quarter", "Q1 2025", "2025-01-01")]
    [InlineData("quarter", "2025年第2季度", "2025-04-01")]
    [InlineData("week", "2025-W36", "2025-09-01")]
    public void TryRead_Period_IsItsFirstDay(string period, string text, string day)
    {
        PeriodDay.TryRead(text, MappingWords.Period[period]!.Value, isMinguo: false, out var first).ShouldBeTrue();

        first.ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("month", "2025-13")]
    [InlineData("month", "2025")]
    [InlineData("month", "25-03")]
    [InlineData("month", "Foo 2025")]
    [InlineData("quarter", "2025Q5")]
    [InlineData("week", "2025-W53")]
    [InlineData("week", "2025-03")]
    public void TryRead_OtherText_IsNone(string period, string text) =>
        PeriodDay.TryRead(text, MappingWords.Period[period]!.Value, isMinguo: false, out _).ShouldBeFalse();

    [Fact]
    public void TryRead_TwoDigitsInTheRocCalendar_AreAYear()
    {
        PeriodDay.TryRead("98/12", Frequency.Monthly, isMinguo: true, out var day).ShouldBeTrue();

        day.ShouldBe(new DateOnly(2009, 12, 1));
    }
}
