using Azure;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ledger;
using Polly;
using Polly.Retry;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Ingests single blobs as events announce them, and all of them when sweeping.</summary>
internal sealed class UploadIngestor(IngestStorage storage, DeliveryIngestor ingestor, Sweep sweep) : IUploadIngestor
{
    // A blob that was written anew while it was being read: read the new one.
    private static readonly ResiliencePipeline Rewritten = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<RequestFailedException>(e => e.ErrorCode == BlobErrorCode.ConditionNotMet),
            MaxRetryAttempts = 5,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    public async Task<UploadAccount> IngestAsync(string blobName, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        await storage.EnsureAsync(cancellationToken);
        return await Rewritten.ExecuteAsync(
            async cancel =>
            {
                if (await Delivery.FindAsync(storage.Uploads, blobName, cancel) is not { } delivery) return Gone(blobName);
                return await ingestor.IngestAsync(delivery, new IngestMeter(progress, delivery.Bytes), again: false, cancel);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<UploadAccount>> SweepAsync(IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        await storage.EnsureAsync(cancellationToken);
        return await sweep.RunAsync(progress, cancellationToken);
    }

    // An event may come after its blob was deleted: there is nothing to keep an account of.
    private static UploadAccount Gone(string blobName) => new(
        blobName,
        UploadFile.Parse(blobName).Dataset,
        UploadStatus.Rejected,
        Read: 0,
        Kept: 0,
        Rejected: 0,
        Duplicates: 0,
        [],
        UploadMessages.Gone(),
        Changed: false);
}
