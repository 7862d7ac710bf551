using CommunityDemand.Pipeline.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Functions;

/// <summary>
/// Tells which tick of the timer starts the night. Flex Consumption runs timers in UTC only, so the timer ticks every quarter of an hour
/// and the local time of day is looked for between the tick before and this one. Ticks cover all of time, each moment once: a tick that
/// comes late, after a restart or a long pause, still finds the night that it missed, and none is found twice.
/// </summary>
public sealed class NightlySchedule(IOptions<NightlyOptions> nightly, IOptions<RunOptions> run, TimeProvider clock)
{
    /// <summary>Every quarter of an hour: every time zone's offset is a multiple of it.</summary>
    internal const string Ticks = "0 */15 * * * *";

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    // The host may fire a tick this much too early, and counts it as on time.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>True where a night begins with this tick, and where the function was called by hand between two ticks.</summary>
    public bool IsDue(TimerInfo timer)
    {
        if (timer.ScheduleStatus is not { } status) return true;

        var now = clock.GetUtcNow();
        var next = Instant(status.Next);
        if (next - now > Skew) return true;

        var tick = now > next ? now : next;
        return LatestNight(tick) > PreviousTick(status, tick);
    }

    private static DateTimeOffset PreviousTick(ScheduleStatus status, DateTimeOffset tick) =>
        IsSet(status.Last) ? Instant(status.Last)
        : IsSet(status.LastUpdated) ? Instant(status.LastUpdated)
        : tick - Interval;

    private DateTimeOffset LatestNight(DateTimeOffset at)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(run.Value.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).Date);
        var night = NightOf(today, zone);
        return night <= at ? night : NightOf(today.AddDays(-1), zone);
    }

    // Where clocks change, a time of day can be skipped or come twice. The standard offset makes one moment of it either way.
    private DateTimeOffset NightOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(nightly.Value.At);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    // The host writes the first day of year 1 for never.
    private static bool IsSet(DateTime time) => time.Year > 1;

    private static DateTimeOffset Instant(DateTime time) => new(time.ToUniversalTime());
}
