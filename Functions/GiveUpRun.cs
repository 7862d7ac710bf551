using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>
/// Ends the run of a message that the host set aside, so that whoever follows the run sees that it failed and why. A message that is no
/// work has no run to end and is set aside once more.
/// </summary>
public sealed class GiveUpRun(INightlyForecast nightly)
{
    [Function(nameof(GiveUpRun))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.ForecastPoisonQueue, Connection = HostStorage.Connection)]
        string message, CancellationToken cancellationToken) =>
        nightly.GiveUpAsync(WorkItem.Parse(message), cancellationToken);
}
