using CommunityDemand.Pipeline.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Functions;

/// <summary>
/// Decides which timer tick starts the night. Flex Consumption runs timers in UTC only. The timer therefore ticks every quarter of an
/// hour, and the local start time is searched between the previous tick and this one. The intervals cover all time without overlap: a
/// late tick, after a restart or a long pause, still starts a missed night, and no night starts twice.
/// </summary>
public sealed class NightlySchedule(IOptions<NightlyOptions> nightly, IOptions<RunOptions> run, TimeProvider clock)
{
    /// <summary>Schedule of the ticks: every quarter of an hour, because the offset of every time zone is a multiple of it.</summary>
    internal const string Ticks = "0 */15 * * * *";

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    // The host may fire a tick early by this much and still counts it as on time.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>Whether a night starts with this tick, or the function was called by hand between two ticks.</summary>
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

    // A clock change can skip or repeat a time of day. The standard offset gives exactly one moment in both cases.
    private DateTimeOffset NightOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(nightly.Value.At);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    // The host writes the first day of year 1 for "never".
    private static bool IsSet(DateTime time) => time.Year > 1;

    private static DateTimeOffset Instant(DateTime time) => new(time.ToUniversalTime());
}
