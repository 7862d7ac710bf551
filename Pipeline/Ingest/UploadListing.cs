using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Lists container <c>uploads</c> a folder at a time: storage that can't list one (emulators fail on names with control characters) still
/// lists the others.
/// </summary>
internal sealed class UploadListing(IngestStorage storage)
{
    /// <summary>All blobs that can be listed.</summary>
    /// <param name="failures">Takes what could not.</param>
    public async Task<List<Delivery>> ReadAsync(List<Exception> failures, CancellationToken cancellationToken)
    {
        var found = new List<Delivery>();
        var folders = new List<string>();
        try
        {
            await foreach (var item in storage.Uploads.GetBlobsByHierarchyAsync(
                new GetBlobsByHierarchyOptions { Delimiter = "/" }, cancellationToken))
            {
                if (item.IsPrefix) folders.Add(item.Prefix);
                else found.Add(Delivery.Of(item.Blob));
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            failures.Add(new IngestFailedException("/", failure));
            folders = [.. DatasetCatalogue.All.Keys.Order(StringComparer.Ordinal).Select(dataset => dataset + "/")];
        }

        foreach (var folder in folders) await ReadAsync(folder, found, failures, cancellationToken);
        return found;
    }

    private async Task ReadAsync(string folder, List<Delivery> found, List<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var blob in storage.Uploads.GetBlobsAsync(new GetBlobsOptions { Prefix = folder }, cancellationToken))
                found.Add(Delivery.Of(blob));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            failures.Add(new IngestFailedException(folder, failure));
        }
    }
}
