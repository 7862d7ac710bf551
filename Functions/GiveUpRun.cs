using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>Ends the run of a message that the host set aside, so that whoever follows the run sees that it failed and why.</summary>
public sealed class GiveUpRun(INightlyForecast nightly)
{
    [Function(nameof(GiveUpRun))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.ForecastPoisonQueue, Connection = HostStorage.Connection)] WorkItem item, CancellationToken cancellationToken) =>
        nightly.GiveUpAsync(item, cancellationToken);
}
