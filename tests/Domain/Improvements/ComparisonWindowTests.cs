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
        var window = ComparisonWindow.Of(ComparisonSteps.Weeks, Start, new(2025, 4, 24), new(2025, 7, 25));

        window.WeeksBefore.ShouldBe(6);
        window.WeeksAfter.ShouldBe(5);
        window.FirstDay.ShouldBe(new DateOnly(2025, 5, 5));
        ComparisonSteps.Weeks.FirstDayOf(window.LastWeek).ShouldBe(new DateOnly(2025, 7, 14));
        window.IsBefore(ComparisonSteps.Weeks.IndexOf(Start)).ShouldBeNull();
        window.IsBefore(ComparisonSteps.Weeks.IndexOf(new(2025, 6, 8))).ShouldBe(true);
        window.IsBefore(ComparisonSteps.Weeks.IndexOf(new(2025, 6, 16))).ShouldBe(false);
        window.IsBefore(ComparisonSteps.Weeks.IndexOf(new(2025, 7, 21))).ShouldBeNull();
    }

    [Fact]
    public void Of_LongPast_StopsAtAYear() =>
        ComparisonWindow.Of(ComparisonSteps.Weeks, Start, new(2020, 1, 1), new(2029, 1, 1)).Weeks.ShouldBe(ComparisonSteps.Weeks.Most);

    [Fact]
    public void CorrelationWith_StartsApart_IsTheOverlapLessTheOpposite()
    {
        var window = new ComparisonWindow(100, 10, 10, ComparisonSteps.Weeks);

        window.CorrelationWith(window).ShouldBe(1, 1e-12);
        // Two weeks later: 8 + 8 weeks alike, less the one week that is after here and before there.
        window.CorrelationWith(new(102, 10, 10, ComparisonSteps.Weeks)).ShouldBe((16 - 1) / 20.0, 1e-12);
        // Half as long: 5 + 5 alike.
        window.CorrelationWith(new(100, 5, 5, ComparisonSteps.Weeks)).ShouldBe(10 / (2 * Math.Sqrt(50)), 1e-12);
        // One's before is the other's after.
        window.CorrelationWith(new(111, 10, 10, ComparisonSteps.Weeks)).ShouldBe(0);
        window.CorrelationWith(new(100, 0, 0, ComparisonSteps.Weeks)).ShouldBe(0);
    }

    [Fact]
    public void Of_NothingBefore_HasNoWeeks() =>
        ComparisonWindow.Of(ComparisonSteps.Weeks, Start, Start.AddDays(30), Start.AddDays(300)).Weeks.ShouldBe(0);

    [Fact]
    public void Of_Months_AreWholeMonthsOnEachSide()
    {
        var window = ComparisonWindow.Of(ComparisonSteps.Months, new(2025, 6, 11), new(2025, 1, 15), new(2025, 10, 30));

        (window.Weeks, window.FirstDay, window.LastDay, window.IsLongEnough)
            .ShouldBe((3, new DateOnly(2025, 3, 1), new DateOnly(2025, 9, 30), true));
    }
}
