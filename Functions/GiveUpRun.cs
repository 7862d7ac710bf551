using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CommunityDemand.Functions;

/// <summary>Ends the run of a message that the host has set aside, so that the run's status shows the failure and its reason.</summary>
public sealed class GiveUpRun(INightlyForecast nightly, ILogger<GiveUpRun> log)
{
    [Function(nameof(GiveUpRun))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.ForecastPoisonQueue, Connection = HostStorage.Connection)] string message,
        CancellationToken cancellationToken) =>
        WorkMessage.Read(message, log) is { } item ? nightly.GiveUpAsync(item, cancellationToken) : Task.CompletedTask;
}
