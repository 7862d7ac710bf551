using System.Globalization;
using CommunityDemand.Pipeline.Ingest.Periods;

namespace CommunityDemand.Tests.Pipeline.Ingest.Periods;

public sealed class DateRhythmTests
{
    private static readonly DateOnly Monday = new(2025, 1, 6);

    [Theory]
    [InlineData("2025-01-01 2025-02-01 2025-04-01", "Monthly")]
    [InlineData("2025-01-31 2025-02-28 2025-04-30", "Monthly")]
    [InlineData("2024-10-01 2025-01-01 2025-04-01", "Quarterly")]
    [InlineData("2024-12-31 2025-03-31 2025-06-30", "Quarterly")]
    [InlineData("2023-01-01 2024-01-01 2025-01-01", "Yearly")]
    [InlineData("2023-12-31 2024-12-31 2025-12-31", "Yearly")]
    [InlineData("2025-01-06 2025-01-13 2025-01-20 2025-01-27", "Weekly")]
    [InlineData("2023-12-31 2024-02-29 2024-12-31", null)]
    [InlineData("2025-01-01 2025-02-01", null)]
    [InlineData("2025-01-01 2025-02-01 2025-03-31", null)]
    [InlineData("2025-01-06 2025-01-13 2025-01-27 2025-02-03", null)]
    [InlineData("2025-01-06 2025-01-13 2025-01-20 2025-01-28", null)]
    [InlineData("2025-01-08 2025-01-15 2025-01-22 2025-01-29", null)]
    public void Find_DatesOfAFile_TellItsPeriod(string dates, string? period)
    {
        var rhythm = new DateRhythm();
        foreach (var date in dates.Split(' ')) rhythm.Add(DateOnly.Parse(date, CultureInfo.InvariantCulture));

        rhythm.Find("date")?.Period.ToString().ShouldBe(period);
        if (period is null) rhythm.Find("date").ShouldBeNull();
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(11, false)]
    public void Find_OneWeekdayThatIsNoMonday_TellsWeeksOfAQuarter(int weeks, bool areWeeks)
    {
        var rhythm = new DateRhythm();
        for (var week = 0; week < weeks; week++) rhythm.Add(Monday.AddDays(6 + (7 * week)));

        (rhythm.Find("date") is not null).ShouldBe(areWeeks);
    }
}
