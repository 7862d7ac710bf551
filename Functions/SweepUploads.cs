using CommunityDemand.Pipeline.Ingest;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>Ingests files that no event announced: delivery of events is at least once, but ends after a time.</summary>
public sealed class SweepUploads(IUploadIngestor ingestor)
{
    [Function(nameof(SweepUploads))]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        ingestor.SweepAsync(progress: null, cancellationToken);
}
