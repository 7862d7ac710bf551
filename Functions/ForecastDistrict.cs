using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>Does one message of the run: a plan, or one district's forecasts. The last district publishes the run.</summary>
public sealed class ForecastDistrict(INightlyForecast nightly)
{
    [Function(nameof(ForecastDistrict))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.ForecastQueue, Connection = HostStorage.Connection)] WorkItem item, CancellationToken cancellationToken) =>
        nightly.ProcessAsync(item, cancellationToken);
}
