using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Polly;
using Polly.Registry;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>
/// Writes and reads whole blobs through temporary files, because a panel is large. A blob is committed only when it is complete.
/// </summary>
internal sealed class BlobFiles(BlobServiceClient blobs, ResiliencePipelineProvider<string> pipelines)
{
    private readonly ResiliencePipeline _pipeline = pipelines.GetPipeline(ResilienceRegistration.Storage);

    public async Task WriteAsync(string container, string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var folder = blobs.GetBlobContainerClient(container);
        await folder.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await using var file = ScratchFile.Create();
        await write(file);
        await _pipeline.ExecuteAsync(
            async cancel =>
            {
                file.Position = 0;
                await folder.GetBlobClient(path).UploadAsync(file, overwrite: true, cancel);
            },
            cancellationToken);
    }

    /// <exception cref="RequestFailedException">The blob does not exist (404), or storage failed.</exception>
    public async Task<T> ReadAsync<T>(string container, string path, Func<Stream, Task<T>> read, CancellationToken cancellationToken)
    {
        var blob = blobs.GetBlobContainerClient(container).GetBlobClient(path);
        await using var file = ScratchFile.Create();
        await _pipeline.ExecuteAsync(
            async cancel =>
            {
                file.SetLength(0);
                await blob.DownloadToAsync(file, cancel);
            },
            cancellationToken);
        file.Position = 0;
        return await read(file);
    }

    /// <summary>Blobs of a container under a prefix; empty where there is no container.</summary>
    public async Task<IReadOnlyList<BlobVersion>> ListAsync(string container, string prefix, CancellationToken cancellationToken)
    {
        var found = new List<BlobVersion>();
        try
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container).GetBlobsAsync(new() { Prefix = prefix }, cancellationToken))
                found.Add(new BlobVersion(blob.Name, blob.Properties.ETag));
        }
        catch (RequestFailedException missing) when (StorageFaults.IsMissing(missing))
        {
            return [];
        }

        return found;
    }

    /// <summary>Deletes a listed blob, unless it was written again in the meantime.</summary>
    public async Task DeleteAsync(string container, BlobVersion found, CancellationToken cancellationToken)
    {
        try
        {
            await blobs.GetBlobContainerClient(container).GetBlobClient(found.Path)
                .DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = found.ETag }, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException anew) when (StorageFaults.IsConflict(anew))
        {
            // The blob was written again.
        }
    }
}
