using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Local.Uploading;

/// <summary>Brings files into container <c>uploads</c>; what is there already, by length and MD5, is not sent again.</summary>
internal sealed class UploadSync(BlobServiceClient storage)
{
    /// <summary>Uploads what is new or changed, in the order given.</summary>
    /// <exception cref="UserErrorException">A file cannot be read.</exception>
    public async Task<UploadSyncResult> SyncAsync(
        IReadOnlyList<LocalUpload> uploads, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var container = storage.GetBlobContainerClient(StorageNames.UploadsContainer);
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

        var total = uploads.Sum(upload => upload.File.Exists ? upload.File.Length : 0);
        var (sent, bytesSent, bytesSeen) = (0, 0L, 0L);
        foreach (var upload in uploads)
        {
            var before = bytesSeen;
            var moved = new Inline<long>(bytes => progress.Report(StepProgress.Of(before + bytes, total, upload.BlobName)));
            var (isNew, length) = await SendAsync(container.GetBlobClient(upload.BlobName), upload.File, moved, cancellationToken);
            if (isNew)
            {
                sent++;
                bytesSent += length;
            }

            bytesSeen += length;
            progress.Report(StepProgress.Of(bytesSeen, total, upload.BlobName));
        }

        return new UploadSyncResult(sent, uploads.Count - sent, bytesSent);
    }

    private static async Task<(bool IsNew, long Length)> SendAsync(
        BlobClient blob, FileInfo file, IProgress<long> moved, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = file.OpenRead();
#pragma warning disable CA5351 // Blob storage compares contents by MD5; nothing here rests on its strength.
            var hash = await MD5.HashDataAsync(content, cancellationToken);
#pragma warning restore CA5351
            if (await HoldsAsync(blob, content.Length, hash, cancellationToken)) return (false, content.Length);

            content.Position = 0;
            await blob.UploadAsync(
                content,
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentHash = hash }, ProgressHandler = moved },
                cancellationToken);
            return (true, content.Length);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{file.FullName} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static async Task<bool> HoldsAsync(BlobClient blob, long length, byte[] hash, CancellationToken cancellationToken)
    {
        if (!await blob.ExistsAsync(cancellationToken)) return false;
        BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        return stored.ContentLength == length && stored.ContentHash is { } known && known.AsSpan().SequenceEqual(hash);
    }

    // Progress<T> would report from the thread pool, after the fact and out of order.
    private sealed class Inline<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
