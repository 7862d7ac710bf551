using CommunityDemand.Functions;
using CommunityDemand.Pipeline.Runs;
using CsCheck;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CommunityDemand.Tests.Functions;

public sealed class NightlyScheduleTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly string[] Zones =
        ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];

    [Theory]
    [InlineData("Asia/Shanghai", "2026-03-07T17:45:00Z", false)]
    [InlineData("Asia/Shanghai", "2026-03-07T18:00:00Z", true)]
    [InlineData("Asia/Shanghai", "2026-03-07T18:15:00Z", false)]
    [InlineData("Asia/Kathmandu", "2026-03-07T20:15:00Z", true)]
    [InlineData("Europe/Berlin", "2026-01-15T01:00:00Z", true)]
    [InlineData("Europe/Berlin", "2026-07-15T00:00:00Z", true)]
    [InlineData("Europe/Berlin", "2026-07-15T01:00:00Z", false)]
    public void IsDue_Tick_IsTwoInTheMorningOfTheZone(string zone, string tick, bool due) =>
        IsDue(zone, now: At(tick), last: At(tick) - Quarter, next: At(tick)).ShouldBe(due);

    [Fact]
    public void IsDue_TickAfterHoursWithoutAHost_FindsTheNightItMissed() =>
        IsDue("Asia/Shanghai", At("2026-03-07T21:20:00Z"), last: At("2026-03-07T16:00:00Z"), next: At("2026-03-07T16:15:00Z"))
            .ShouldBeTrue();

    [Fact]
    public void IsDue_TickFiredAMomentTooEarly_CountsAsOnTime()
    {
        IsDue("Asia/Shanghai", At("2026-03-07T17:59:59.9Z"), last: At("2026-03-07T17:45:00Z"), next: At("2026-03-07T18:00:00Z"))
            .ShouldBeTrue();
        IsDue("Asia/Shanghai", At("2026-03-07T18:15:00Z"), last: At("2026-03-07T18:00:00Z"), next: At("2026-03-07T18:15:00Z"))
            .ShouldBeFalse();
    }

    [Fact]
    public void IsDue_CalledByHandBetweenTicks_RunsAtOnce() =>
        IsDue("Asia/Shanghai", At("2026-03-07T09:07:00Z"), last: At("2026-03-07T09:00:00Z"), next: At("2026-03-07T09:15:00Z"))
            .ShouldBeTrue();

    [Fact]
    public void IsDue_CalledByHandWithoutAMonitor_RunsAtOnce() =>
        Schedule("Asia/Shanghai", At("2026-03-07T09:07:00Z")).IsDue(new TimerInfo()).ShouldBeTrue();

    [Theory]
    [InlineData("2026-03-07T18:00:00Z", true)]
    [InlineData("2026-03-07T09:00:00Z", false)]
    public void IsDue_FirstTickOfANewApp_LooksBackOneTick(string tick, bool due)
    {
        var status = new ScheduleStatus { Next = At(tick).UtcDateTime };

        Schedule("Asia/Shanghai", At(tick)).IsDue(new TimerInfo { ScheduleStatus = status }).ShouldBe(due);
    }

    [Fact]
    public void IsDue_TicksOfAYear_FindEveryNightOnce() =>
        Gen.Select(
                Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]),
                Gen.Int[0, 23],
                Gen.Int[1, 90].Array[1, 20])
            .Sample(
                (zone, hour, distances) =>
                {
                    // Ticks stand at unequal distances of at most 22.5 hours: the host was away now and then.
                    var first = At("2026-01-01T12:00:00Z");
                    var (last, nights) = (first, 0);
                    for (var i = 0; last < first.AddDays(365); i++)
                    {
                        var tick = last + (Quarter * distances[i % distances.Length]);
                        if (IsDue(zone, tick, last, last + Quarter, new TimeOnly(hour, 0))) nights++;
                        last = tick;
                    }

                    return nights == LocalDate(zone, last, hour).DayNumber - LocalDate(zone, first, hour).DayNumber;
                },
                iter: 100);

    private static bool IsDue(string zone, DateTimeOffset now, DateTimeOffset last, DateTimeOffset next, TimeOnly? at = null) =>
        Schedule(zone, now, at).IsDue(new TimerInfo
        {
            ScheduleStatus = new ScheduleStatus { Last = last.UtcDateTime, Next = next.UtcDateTime, LastUpdated = last.UtcDateTime },
        });

    private static NightlySchedule Schedule(string zone, DateTimeOffset now, TimeOnly? at = null) =>
        new(
        Options.Create(new NightlyOptions { At = at ?? new NightlyOptions().At }),
        Options.Create(new RunOptions { TimeZone = zone }),
        new FakeTimeProvider(now));

    // The date of the last night that began: a day lasts from one night's hour to the next.
    private static DateOnly LocalDate(string zone, DateTimeOffset at, int hour) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime.AddHours(-hour));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
