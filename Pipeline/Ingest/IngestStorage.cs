using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>The containers and tables of ingest, made where they are missing.</summary>
internal sealed class IngestStorage(BlobServiceClient blobs, TableServiceClient tables)
{
    private volatile bool _ready;

    public BlobContainerClient Uploads { get; } = blobs.GetBlobContainerClient(StorageNames.UploadsContainer);

    public BlobContainerClient Facts { get; } = blobs.GetBlobContainerClient(StorageNames.FactsContainer);

    public BlobContainerClient Quarantine { get; } = blobs.GetBlobContainerClient(StorageNames.QuarantineContainer);

    public BlobContainerClient Mappings { get; } = blobs.GetBlobContainerClient(StorageNames.MappingsContainer);

    public TableClient UploadsTable { get; } = tables.GetTableClient(StorageNames.UploadsTable);

    /// <summary>Makes what is missing; after the first success costs nothing.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_ready) return;
        foreach (var container in new[] { Uploads, Facts, Quarantine, Mappings })
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        await UploadsTable.CreateIfNotExistsAsync(cancellationToken);
        await tables.CreateTableIfNotExistsAsync(StorageNames.LedgerTable, cancellationToken);
        _ready = true;
    }
}
