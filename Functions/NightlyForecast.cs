using CommunityDemand.Pipeline.Runs;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>Plans the night's run at the configured local time; the queue does the rest.</summary>
public sealed class NightlyForecast(INightlyForecast nightly, NightlySchedule schedule)
{
    // A timer is not repeated by itself when its function fails, and a night must not be lost to a passing fault of storage.
    [Function(nameof(NightlyForecast))]
    [FixedDelayRetry(5, "00:05:00")]
    public async Task RunAsync([TimerTrigger(NightlySchedule.Ticks)] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (schedule.IsDue(timer)) await nightly.PlanAsync(new RunRequest(), cancellationToken);
    }
}
