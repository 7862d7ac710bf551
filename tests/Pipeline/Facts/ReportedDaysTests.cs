using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Tests.Pipeline.Facts;

public sealed class ReportedDaysTests
{
    [Fact]
    public void Read_OfNothing_IsNothing() => ReportedDays.Read(new ReportedDays().ToBytes()).ShouldBeEmpty();

    [Fact]
    public void Read_AnyDays_AreThoseAdded()
    {
        ReportedDay[] days =
            [new("", new(1601, 1, 1)), new(
                "C1", new(2023, 12, 31)), new("C1", new(2024, 2, 29)), new("C1", new(2024, 12, 31)), new("桂花", new(9999, 12, 31))];
        var reported = new ReportedDays();
        foreach (var day in days.Concat(days).Reverse()) reported.Add(day.Community, day.Date);

        ReportedDays.Read(reported.ToBytes()).ShouldBe(days);
    }

    [Fact]
    public void ToBytes_ThousandsOfCommunitiesForThreeYears_FitIntoTheLedger()
    {
        var (reported, random) = (new ReportedDays(), new Random(1));
        for (var community = 0; community < 7000; community++)
        {
            // Closed on Sundays, and one day in twenty by chance.
            for (var day = new DateOnly(2024, 1, 1); day.Year < 2027; day = day.AddDays(1))
            {
                if (day.DayOfWeek != DayOfWeek.Sunday && random.Next(20) > 0) reported.Add($"310115-{community:0000}", day);
            }
        }

        reported.ToBytes().Length.ShouldBeLessThan(16 * 65_536);
    }
}
