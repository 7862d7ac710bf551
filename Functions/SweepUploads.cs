using CommunityDemand.Pipeline.Ingest;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>Ingests whatever no event announced: events are delivered at least once, but not for ever.</summary>
public sealed class SweepUploads(IUploadIngestor ingestor)
{
    [Function(nameof(SweepUploads))]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        ingestor.SweepAsync(progress: null, cancellationToken);
}
