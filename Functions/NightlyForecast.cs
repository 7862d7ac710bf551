using CommunityDemand.Pipeline.Runs;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>Plans the run of the night at the configured local time; the queue does the rest.</summary>
public sealed class NightlyForecast(INightlyForecast nightly, NightlySchedule schedule)
{
    // The host does not retry a failed timer by itself, and a temporary storage fault must not lose a night.
    [Function(nameof(NightlyForecast))]
    [FixedDelayRetry(5, "00:05:00")]
    public async Task RunAsync([TimerTrigger(NightlySchedule.Ticks)] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (schedule.IsDue(timer)) await nightly.PlanAsync(new RunRequest(), cancellationToken);
    }
}
