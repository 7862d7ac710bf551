using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Local.Hosting;

/// <summary>One night in this process: plans the run, then works the queue off as the Functions host would.</summary>
internal sealed class NightRunner(IServiceProvider services)
{
    // Longer than any district takes here; after a crash the planning queues everything anew, so nobody waits for it.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan IdleWait = TimeSpan.FromMilliseconds(500);

    private readonly INightlyForecast _nightly = services.GetRequiredService<INightlyForecast>();
    private readonly QueueClient _queue = services.GetRequiredService<QueueServiceClient>().GetQueueClient(StorageNames.ForecastQueue);

    /// <summary>Runs until the run is published; one that stands already comes back at once.</summary>
    /// <exception cref="UserErrorException">The run failed; the message says why.</exception>
    public async Task<RunStatus> RunAsync(RunRequest request, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var run = await _nightly.PlanAsync(request, cancellationToken);
        using var idle = new PeriodicTimer(IdleWait);
        while (run.State is not (RunState.Published or RunState.Failed))
        {
            progress.Report(StepProgress.Of(run.DistrictsDone, run.DistrictsTotal, $"{run.DistrictsDone} of {run.DistrictsTotal} districts"));
            if (!await WorkAsync(cancellationToken)) await idle.WaitForNextTickAsync(cancellationToken);
            run = await _nightly.GetAsync(run.Id, cancellationToken) ?? throw new InvalidOperationException($"Run {run.Id} vanished from table Runs.");
        }

        return run.State == RunState.Published ? run : throw new UserErrorException($"Run {run.Id} failed: {run.Message}");
    }

    private async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        QueueMessage[] messages = await _queue.ReceiveMessagesAsync(Environment.ProcessorCount, Lease, cancellationToken);
        await Parallel.ForEachAsync(messages, cancellationToken, async (message, cancel) =>
        {
            var item = message.Body.ToObjectFromJson<WorkItem>(JsonSerializerOptions.Web)!;
            await _nightly.ProcessAsync(item, cancel);
            await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancel);
        });
        return messages.Length > 0;
    }
}
