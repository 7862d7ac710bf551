using CommunityDemand.Domain.Time;

namespace CommunityDemand.Tests.Domain.Time;

public sealed class QuartersTests
{
    [Theory]
    [InlineData("2025-01-01", "2025-01-01", "2025-03-31")]
    [InlineData("2024-03-31", "2024-01-01", "2024-03-31")]
    [InlineData("2025-12-31", "2025-10-01", "2025-12-31")]
    [InlineData("2025-05-17", "2025-04-01", "2025-06-30")]
    public void Quarter_OfADay_BeginsAndEndsWithItsMonths(string day, string first, string last)
    {
        Quarters.FirstDay(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(first));
        Quarters.LastDay(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(last));
    }

    [Fact]
    public void UpTo_AcrossAYear_CountsBack()
    {
        Quarters.UpTo(new DateOnly(2025, 2, 3), 3).ShouldBe([new DateOnly(2024, 7, 1), new DateOnly(2024, 10, 1), new DateOnly(2025, 1, 1)]);
        Quarters.YearsBetween(new DateOnly(2024, 7, 1), new DateOnly(2025, 1, 1)).ShouldBe(0.5);
        Quarters.YearsBetween(new DateOnly(2023, 10, 1), new DateOnly(2025, 7, 1)).ShouldBe(1.75);
    }
}
