using Azure.Storage.Queues;
using CommunityDemand.Pipeline.Storage;
using Polly;
using Polly.Registry;

namespace CommunityDemand.Pipeline.Runs.Work;

/// <summary>
/// The sending end of queue <c>forecast-work</c>. Messages may arrive twice; the work of an item is still done only once.
/// </summary>
internal sealed class WorkQueue(QueueServiceClient queues, ResiliencePipelineProvider<string> pipelines)
{
    private readonly ResiliencePipeline _pipeline = pipelines.GetPipeline(ResilienceRegistration.Storage);

    public QueueClient Client { get; } = queues.GetQueueClient(StorageNames.ForecastQueue);

    public async Task SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        await Client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _pipeline.ExecuteAsync(async cancel => await Client.SendMessageAsync(item.ToJson(), cancel), cancellationToken);
    }
}
