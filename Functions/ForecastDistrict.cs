using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>
/// Does one message of the run: a plan, or one district's forecasts. The last district publishes the run. A message that is no work fails,
/// so that the host sets the message aside where an operator finds it.
/// </summary>
public sealed class ForecastDistrict(INightlyForecast nightly)
{
    [Function(nameof(ForecastDistrict))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.ForecastQueue, Connection = HostStorage.Connection)]
        string message, CancellationToken cancellationToken) =>
        nightly.ProcessAsync(WorkItem.Parse(message), cancellationToken);
}
