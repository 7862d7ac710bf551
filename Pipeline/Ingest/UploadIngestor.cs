using Azure;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Ingest.Formats;
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
                if (await FindAsync(blobName, cancel) is not { } delivery) return Gone(blobName);
                return await ingestor.IngestAsync(delivery, new IngestMeter(progress, delivery.Bytes), again: false, cancel);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<UploadAccount>> SweepAsync(IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        await storage.EnsureAsync(cancellationToken);
        return await sweep.RunAsync(progress, cancellationToken);
    }

    private async Task<Delivery?> FindAsync(string blobName, CancellationToken cancellationToken)
    {
        var file = UploadFile.Parse(blobName);
        // What no client can address is known by its name alone.
        if (!file.IsAddressable) return new Delivery(file, "", 0, DateTimeOffset.UnixEpoch);
        try
        {
            BlobProperties properties = await storage.Uploads.GetBlobClient(blobName).GetPropertiesAsync(cancellationToken: cancellationToken);
            return new Delivery(file, properties.ETag.ToString(), properties.ContentLength, properties.LastModified);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
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
        new Dictionary<string, long>(),
        "There is no such blob. It was deleted before it was read, or the name is misspelt.",
        Changed: false);
}
