using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Local.Uploading;

/// <summary>Uploads files to their containers; files with the same length and MD5 are not sent again.</summary>
internal sealed class UploadSync(BlobServiceClient storage)
{
    /// <summary>Uploads new and changed files, in the order given.</summary>
    /// <exception cref="UserErrorException">A file cannot be read.</exception>
    public async Task<UploadSyncResult> SyncAsync(
        IReadOnlyList<LocalUpload> uploads, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        foreach (var container in uploads.Select(upload => upload.Container).Distinct())
        {
            await storage.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        var total = uploads.Sum(upload => upload.File.Exists ? upload.File.Length : 0);
        var (sent, bytesSent, bytesSeen) = (0, 0L, 0L);
        var replaced = new List<string>();
        foreach (var upload in uploads)
        {
            var before = bytesSeen;
            var moved = new Inline<long>(bytes => progress.Report(StepProgress.Of(before + bytes, total, upload.BlobName)));
            var (held, length) = await SendAsync(upload, moved, cancellationToken);
            if (held != Held.Same)
            {
                sent++;
                bytesSent += length;
                if (held == Held.Other) replaced.Add(upload.BlobName);
            }

            bytesSeen += length;
            progress.Report(StepProgress.Of(bytesSeen, total, upload.BlobName));
        }

        return new UploadSyncResult(sent, uploads.Count - sent, bytesSent, replaced);
    }

    /// <summary>Whether storage holds the content of a file under its name.</summary>
    public async Task<bool> HoldsAsync(LocalUpload upload, CancellationToken cancellationToken)
    {
        await using var content = upload.File.OpenRead();
        return await LookAsync(BlobOf(upload), content.Length, await HashAsync(content, cancellationToken), cancellationToken) == Held.Same;
    }

    private async Task<(Held Before, long Length)> SendAsync(
        LocalUpload upload, IProgress<long> moved, CancellationToken cancellationToken)
    {
        try
        {
            var blob = BlobOf(upload);
            await using var content = upload.File.OpenRead();
            var hash = await HashAsync(content, cancellationToken);
            var held = await LookAsync(blob, content.Length, hash, cancellationToken);
            if (held == Held.Same) return (held, content.Length);

            content.Position = 0;
            await blob.UploadAsync(
                content,
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentHash = hash }, ProgressHandler = moved },
                cancellationToken);
            return (held, content.Length);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{upload.File.FullName} cannot be read: {FileFaultMessages.Tell(unreadable)}.", unreadable);
        }
    }

    private BlobClient BlobOf(LocalUpload upload) => storage.GetBlobContainerClient(upload.Container).GetBlobClient(upload.BlobName);

#pragma warning disable CA5351 // Blob storage compares contents by MD5; nothing here rests on its strength.
    private static async Task<byte[]> HashAsync(Stream content, CancellationToken cancellationToken) =>
        await MD5.HashDataAsync(content, cancellationToken);
#pragma warning restore CA5351

    private static async Task<Held> LookAsync(BlobClient blob, long length, byte[] hash, CancellationToken cancellationToken)
    {
        if (!await blob.ExistsAsync(cancellationToken)) return Held.Nothing;
        BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        var isSame = stored.ContentLength == length && stored.ContentHash is { } known && known.AsSpan().SequenceEqual(hash);
        return isSame ? Held.Same : Held.Other;
    }

    // The state of a file's name in storage.
    private enum Held
    {
        Nothing,
        Same,
        Other,
    }

    // Progress<T> would report from the thread pool, late and out of order.
    private sealed class Inline<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
