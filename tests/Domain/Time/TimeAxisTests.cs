using CommunityDemand.Domain.Time;

namespace CommunityDemand.Tests.Domain.Time;

public sealed class TimeAxisTests
{
    [Theory]
    [InlineData(Frequency.Hourly)]
    [InlineData(Frequency.Daily)]
    [InlineData(Frequency.Weekly)]
    [InlineData(Frequency.Monthly)]
    [InlineData(Frequency.Quarterly)]
    [InlineData(Frequency.Yearly)]
    public void IndexOf_StartOfAnyPeriod_IsThatPeriod(Frequency frequency)
    {
        var axis = new TimeAxis(frequency, new DateTime(2023, 11, 29, 13, 5, 0), 100);

        for (var period = -30; period < 130; period++) axis.IndexOf(axis[period]).ShouldBe(period);
    }

    [Fact]
    public void Start_MidWeek_IsTheMondayBefore() =>
        new TimeAxis(Frequency.Weekly, new DateTime(2026, 11, 25), 1).Start.ShouldBe(new DateTime(2026, 11, 23));
}
