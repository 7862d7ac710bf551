using CommunityDemand.Domain.Time;

namespace CommunityDemand.Tests.Domain.Time;

public sealed class CalendarQuarterTests
{
    [Theory]
    [InlineData("2025-01-01", "2025Q1", "2025-01-01", "2025-03-31")]
    [InlineData("2024-12-31", "2024Q4", "2024-10-01", "2024-12-31")]
    [InlineData("2025-05-15", "2025Q2", "2025-04-01", "2025-06-30")]
    [InlineData("2024-03-31", "2024Q1", "2024-01-01", "2024-03-31")]
    [InlineData("2025-12-31", "2025Q4", "2025-10-01", "2025-12-31")]
    [InlineData("2025-05-17", "2025Q2", "2025-04-01", "2025-06-30")]
    public void Of_Day_HasItsNameAndDays(string day, string name, string first, string last)
    {
        var quarter = CalendarQuarter.Of(DateOnly.Parse(day));

        (quarter.ToString(), quarter.First, quarter.Last).ShouldBe((name, DateOnly.Parse(first), DateOnly.Parse(last)));
    }

    [Fact]
    public void Plus_OverTheYearsEnd_CountsOn()
    {
        var quarter = CalendarQuarter.Of(new DateOnly(2025, 2, 1));

        quarter.Plus(-5).ToString().ShouldBe("2023Q4");
        quarter.Since(quarter.Plus(-5)).ShouldBe(5);
    }

    [Fact]
    public void UpTo_AcrossAYear_CountsBack()
    {
        CalendarQuarter.UpTo(new DateOnly(2025, 2, 3), 3).Select(quarter => quarter.First)
            .ShouldBe([new DateOnly(2024, 7, 1), new DateOnly(2024, 10, 1), new DateOnly(2025, 1, 1)]);
        Years(new DateOnly(2024, 7, 1), new DateOnly(2025, 1, 1)).ShouldBe(0.5);
        Years(new DateOnly(2023, 10, 1), new DateOnly(2025, 7, 1)).ShouldBe(1.75);

        static double Years(DateOnly from, DateOnly to) => CalendarQuarter.Of(to).YearsSince(CalendarQuarter.Of(from));
    }
}
