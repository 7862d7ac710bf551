using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Tests.Pipeline.Panels;

public sealed class ReportingDaysTests
{
    private static readonly DateOnly Monday = new(2026, 1, 5);

    [Fact]
    public void LastComplete_LastDayHalfUploaded_IsTheDayBefore()
    {
        var reporting = Of(days: 70, communities: 10, (community, day) => day < 69 || community < 4);

        reporting.LastComplete().ShouldBe(68);
    }

    [Fact]
    public void LastComplete_HalfOfTheCommunities_IsEnough() =>
        Of(days: 70, communities: 10, (community, day) => day < 69 || community < 5).LastComplete().ShouldBe(69);

    [Fact]
    public void LastComplete_FewOpenOnSundays_ComparesWithSundays() =>
        Of(days: 70, communities: 10, (community, day) => day % 7 != 6 || community == 0).LastComplete().ShouldBe(69);

    [Fact]
    public void LastComplete_NoReports_IsNone() => new ReportingDays(Window(10)).LastComplete().ShouldBeNull();

    [Fact]
    public void Missing_SilentDayOfOneThatAlwaysReports_IsMissingButNotAHolidayOrClosedWeekday()
    {
        // Closed on Sundays; says nothing on day 40 (an outage) and day 41 (a holiday).
        var reporting = Of(days: 70, communities: 1, (_, day) => day % 7 != 6 && day is not (40 or 45));

        var missing = reporting.Missing("c0", 69, day => day == 45);

        Enumerable.Range(0, 70).Where(day => missing[day]).ShouldBe([40]);
    }

    [Fact]
    public void Missing_LongOutage_StaysMissingToItsEnd()
    {
        var reporting = Of(days: 120, communities: 1, (_, day) => day is < 50 or >= 90);

        var missing = reporting.Missing("c0", 119, _ => false);

        Enumerable.Range(0, 120).Where(day => missing[day]).ShouldBe(Enumerable.Range(50, 40));
    }

    [Fact]
    public void Missing_OneThatSeldomReports_IsZeroOnSilentDays()
    {
        var reporting = Of(days: 120, communities: 1, (_, day) => day % 3 == 0);

        var missing = reporting.Missing("c0", 119, _ => false);

        Enumerable.Range(0, 120).ShouldAllBe(day => !missing[day]);
    }

    [Fact]
    public void Missing_BeforeTheFirstReport_IsMissing()
    {
        var missing = Of(days: 60, communities: 1, (_, day) => day >= 30).Missing("c0", 59, _ => false);

        Enumerable.Range(0, 60).Where(day => missing[day]).ShouldBe(Enumerable.Range(0, 30));
    }

    [Fact]
    public void Missing_TheFuture_ChangesNothingBefore()
    {
        var full = Of(days: 120, communities: 1, (_, day) => day % 7 < 5 && day % 11 != 0);
        var cut = Of(days: 60, communities: 1, (_, day) => day % 7 < 5 && day % 11 != 0);

        var (all, some) = (full.Missing("c0", 119, _ => false), cut.Missing("c0", 59, _ => false));

        Enumerable.Range(0, 60).ShouldAllBe(day => all[day] == some[day]);
    }

    private static ReportingDays Of(int days, int communities, Func<int, int, bool> reports)
    {
        var reporting = new ReportingDays(Window(days));
        for (var community = 0; community < communities; community++)
        {
            for (var day = 0; day < days; day++)
            {
                if (reports(community, day)) reporting.Add($"c{community}", Monday.AddDays(day));
            }
        }

        return reporting;
    }

    private static HistoryWindow Window(int days) => new(Cadence.Daily, Monday, Monday.AddDays(days - 1));
}
