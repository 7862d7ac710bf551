using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Ingest.Quarantine;

/// <summary>The storage's container <c>quarantine</c>.</summary>
internal sealed class BlobQuarantine(BlobServiceClient blobs) : IQuarantine
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(StorageNames.QuarantineContainer);

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await _container.GetBlobClient(name)
                .OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
