using Azure;
using Azure.Storage.Blobs;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Where fact files lie. Container <c>facts</c> has those of the uploads that count, so that who reads all of it counts nothing twice;
/// container <c>staging</c> has those that no commit names yet, and replaced ones for as long as a run may be reading them. The commit to
/// the ledger is the moment of truth, and files follow it: the pipeline looks into both containers.
/// </summary>
internal sealed class FactPlaces(BlobServiceClient blobs, UploadLedger ledger)
{
    private readonly BlobContainerClient _facts = blobs.GetBlobContainerClient(StorageNames.FactsContainer);
    private readonly BlobContainerClient _staging = blobs.GetBlobContainerClient(StorageNames.StagingContainer);

    /// <summary>A fact file's bytes, wherever the file lies.</summary>
    /// <exception cref="RequestFailedException">The file is in neither container (404), or storage failed.</exception>
    public async Task<MemoryStream> OpenAsync(string name, CancellationToken cancellationToken) =>
        await ReadAsync(_facts, name, cancellationToken)
        ?? await ReadAsync(_staging, name, cancellationToken)
        // A file that was moved between the two looks is in the first container again.
        ?? await DownloadAsync(_facts, name, cancellationToken);

    /// <summary>Puts the files of an upload that counts where readers find them.</summary>
    public async Task PublishAsync(string dataset, LiveRow live, CancellationToken cancellationToken)
    {
        foreach (var name in FactPartNames.Read(dataset, live.UploadId, live.Parts))
            await MoveAsync(_staging, _facts, name, cancellationToken);
        // A correction that was committed in between may have looked for the files too early.
        var now = await ledger.FindAsync<LiveRow>(dataset, LedgerKeys.Live(live.Owner), cancellationToken);
        if (now?.UploadId != live.UploadId) await WithdrawAsync(dataset, live.UploadId, live.Parts, cancellationToken);
    }

    /// <summary>Takes the files of an upload that stopped counting away from readers.</summary>
    public async Task WithdrawAsync(string dataset, string uploadId, string parts, CancellationToken cancellationToken)
    {
        foreach (var name in FactPartNames.Read(dataset, uploadId, parts)) await MoveAsync(_facts, _staging, name, cancellationToken);
    }

    // Through memory, as files are small: a copy by the service would ask for an authorization of its own for the source.
    private static async Task MoveAsync(BlobContainerClient from, BlobContainerClient to, string name, CancellationToken cancellationToken)
    {
        // What is not there has been moved already.
        await using var file = await ReadAsync(from, name, cancellationToken);
        if (file is null) return;
        await to.GetBlobClient(name).UploadAsync(file, overwrite: true, cancellationToken);
        await from.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
    }

    private static async Task<MemoryStream?> ReadAsync(BlobContainerClient container, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await DownloadAsync(container, name, cancellationToken);
        }
        catch (RequestFailedException missing) when (StorageFaults.IsMissing(missing))
        {
            return null;
        }
    }

    private static async Task<MemoryStream> DownloadAsync(BlobContainerClient container, string name, CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        await container.GetBlobClient(name).DownloadToAsync(file, cancellationToken);
        file.Position = 0;
        return file;
    }
}
