using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>The containers and tables of ingest, made where they are missing.</summary>
internal sealed class IngestStorage(BlobServiceClient blobs, TableServiceClient tables)
{
    private const int ReadBufferBytes = 4 << 20;

    private volatile bool _ready;

    public BlobContainerClient Uploads { get; } = blobs.GetBlobContainerClient(StorageNames.UploadsContainer);

    public BlobContainerClient Facts { get; } = blobs.GetBlobContainerClient(StorageNames.FactsContainer);

    public BlobContainerClient Staging { get; } = blobs.GetBlobContainerClient(StorageNames.StagingContainer);

    public BlobContainerClient Quarantine { get; } = blobs.GetBlobContainerClient(StorageNames.QuarantineContainer);

    public BlobContainerClient Mappings { get; } = blobs.GetBlobContainerClient(StorageNames.MappingsContainer);

    public TableClient UploadsTable { get; } = tables.GetTableClient(StorageNames.UploadsTable);

    /// <summary>Makes what is missing; after the first success costs nothing.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_ready) return;
        foreach (var container in new[] { Uploads, Facts, Staging, Quarantine, Mappings })
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        await UploadsTable.CreateIfNotExistsAsync(cancellationToken);
        await tables.CreateTableIfNotExistsAsync(StorageNames.LedgerTable, cancellationToken);
        _ready = true;
    }

    /// <summary>Opens a delivery for reading; storage fails where the blob has been written anew since.</summary>
    public async Task<MeteredStream> OpenAsync(Delivery delivery, IngestMeter meter, CancellationToken cancellationToken)
    {
        var options = new BlobOpenReadOptions(allowModifications: false)
        {
            BufferSize = ReadBufferBytes,
            Conditions = new BlobRequestConditions { IfMatch = new ETag($"\"{delivery.Tag}\"") },
        };
        return new MeteredStream(await Uploads.GetBlobClient(delivery.File.Path).OpenReadAsync(options, cancellationToken), meter.Read);
    }
}
