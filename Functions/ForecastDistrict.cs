using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CommunityDemand.Functions;

/// <summary>Processes one message of a run: a plan, or the forecasts of one district. The last district publishes the run.</summary>
public sealed class ForecastDistrict(INightlyForecast nightly, ILogger<ForecastDistrict> log)
{
    [Function(nameof(ForecastDistrict))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.ForecastQueue, Connection = HostStorage.Connection)] string message,
        CancellationToken cancellationToken) =>
        WorkMessage.Read(message, log) is { } item ? nightly.ProcessAsync(item, cancellationToken) : Task.CompletedTask;
}
