using CommunityDemand.Domain.Improvements;

namespace CommunityDemand.Tests.Domain.Improvements;

public sealed class ComparisonWindowTests
{
    // A Wednesday.
    private static readonly DateOnly Start = new(2025, 6, 11);

    [Fact]
    public void Of_StartInMidweek_CountsWholeWeeksOnBothSidesOfIt()
    {
        // Before: from Monday 28 April on, the first whole week. After: to Sunday 20 July, the last one.
        var window = ComparisonWindow.Of(Start, new(2025, 4, 24), new(2025, 7, 25));

        window.WeeksBefore.ShouldBe(6);
        window.WeeksAfter.ShouldBe(5);
        ComparisonWindow.MondayOf(window.FirstWeek).ShouldBe(new DateOnly(2025, 5, 5));
        ComparisonWindow.MondayOf(window.LastWeek).ShouldBe(new DateOnly(2025, 7, 14));
        window.IsBefore(ComparisonWindow.WeekOf(Start)).ShouldBeNull();
        window.IsBefore(ComparisonWindow.WeekOf(new(2025, 6, 8))).ShouldBe(true);
        window.IsBefore(ComparisonWindow.WeekOf(new(2025, 6, 16))).ShouldBe(false);
        window.IsBefore(ComparisonWindow.WeekOf(new(2025, 7, 21))).ShouldBeNull();
    }

    [Fact]
    public void Of_LongPast_StopsAtAYear() => ComparisonWindow.Of(Start, new(2020, 1, 1), new(2029, 1, 1)).Weeks.ShouldBe(ComparisonWindow.MostWeeks);

    [Fact]
    public void Of_NothingBefore_HasNoWeeks() => ComparisonWindow.Of(Start, Start.AddDays(30), Start.AddDays(300)).Weeks.ShouldBe(0);
}
