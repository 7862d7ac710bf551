using CommunityDemand.Domain.Time;

namespace CommunityDemand.Tests.Domain.Time;

public sealed class CalendarQuarterTests
{
    [Theory]
    [InlineData("2025-01-01", "2025Q1", "2025-01-01", "2025-03-31")]
    [InlineData("2024-12-31", "2024Q4", "2024-10-01", "2024-12-31")]
    [InlineData("2025-05-15", "2025Q2", "2025-04-01", "2025-06-30")]
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
}
