using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ledger;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Puts fact files where the ledger has them, should a crash have come between a commit and the move, and deletes what no longer counts:
/// superseded files once nobody can still be reading them, and files that a crash left without a commit.
/// </summary>
internal sealed class Cleaner(
    IngestStorage storage, UploadLedger ledger, FactPlaces places, IOptions<IngestOptions> options, TimeProvider time)
{
    public async Task RunAsync(IEnumerable<string> datasets, CancellationToken cancellationToken)
    {
        foreach (var dataset in datasets)
        {
            await DeleteDeadAsync(dataset, cancellationToken);
            await TidyAsync(dataset, cancellationToken);
        }
    }

    private async Task DeleteDeadAsync(string dataset, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepSuperseded;
        await foreach (var dead in ledger.ReadAsync<DeadRow>(dataset, DeadRow.Prefix, cancellationToken))
        {
            if (dead.Since > before) continue;
            foreach (var name in FactPartNames.Read(dataset, dead.UploadId, dead.Parts))
            {
                await storage.Facts.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
                await storage.Staging.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
            }

            if (dead.Blob is not null) await storage.Facts.DeleteBlobIfExistsAsync(dead.Blob, cancellationToken: cancellationToken);
            await ledger.DeleteAsync(dead, cancellationToken);
        }
    }

    private async Task TidyAsync(string dataset, CancellationToken cancellationToken)
    {
        // Listed before the ledger is read: what a commit names meanwhile is then found there.
        var facts = await ListAsync(storage.Facts, dataset + "/", cancellationToken);
        var staged = await ListAsync(storage.Staging, dataset + "/", cancellationToken);
        var segments = await ListAsync(storage.Facts, $"{IdSegment.Folder}{dataset}/", cancellationToken);
        var quarantined = await ListAsync(storage.Quarantine, dataset + "/", cancellationToken);
        if (facts.Count + staged.Count + segments.Count + quarantined.Count == 0) return;

        var named = await LedgerNames.ReadAsync(ledger, dataset, cancellationToken);
        foreach (var dead in named.Dead.IntersectBy(facts.Select(UploadIdOf).ToHashSet(), dead => dead.UploadId))
            await places.WithdrawAsync(dataset, dead.UploadId, dead.Parts, cancellationToken);
        foreach (var live in named.Live.IntersectBy(staged.Select(UploadIdOf).ToHashSet(), live => live.UploadId))
            await places.PublishAsync(dataset, live, cancellationToken);

        await DeleteOrphansAsync(storage.Facts, facts.Where(blob => !named.HasUpload(UploadIdOf(blob))), cancellationToken);
        await DeleteOrphansAsync(storage.Staging, staged.Where(blob => !named.HasUpload(UploadIdOf(blob))), cancellationToken);
        await DeleteOrphansAsync(storage.Facts, segments.Where(blob => !named.HasBlob(blob.Name)), cancellationToken);
        await DeleteOrphansAsync(storage.Quarantine, quarantined.Where(blob => !named.HasBlob(blob.Name)), cancellationToken);
    }

    private static string UploadIdOf(BlobItem blob) => FactPartNames.UploadIdOf(blob.Name);

    private static async Task<List<BlobItem>> ListAsync(
        BlobContainerClient container, string prefix, CancellationToken cancellationToken) =>
        await container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken).ToListAsync(cancellationToken);

    private async Task DeleteOrphansAsync(BlobContainerClient container, IEnumerable<BlobItem> unnamed, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.OrphanAge;
        foreach (var blob in unnamed.Where(blob => blob.Properties.LastModified < before))
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
    }
}
