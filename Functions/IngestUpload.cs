using Azure.Storage.Blobs;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>Ingests a file when Event Grid announces it.</summary>
public sealed class IngestUpload(IUploadIngestor ingestor)
{
    [Function(nameof(IngestUpload))]
    public Task RunAsync(
        [BlobTrigger(
            StorageNames.UploadsContainer + "/{name}", Source = BlobTriggerSource.EventGrid, Connection = HostStorage.Connection)]
        BlobClient blob,
        CancellationToken cancellationToken) =>
        ingestor.IngestAsync(blob.Name, progress: null, cancellationToken);
}
