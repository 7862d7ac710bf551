using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ledger;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Deletes what no longer counts: superseded files once nobody can still be reading them, and files that a crash left without a
/// commit. What the ledger names is never touched.
/// </summary>
internal sealed class Cleaner(IngestStorage storage, UploadLedger ledger, IOptions<IngestOptions> options, TimeProvider time)
{
    public async Task RunAsync(IEnumerable<string> datasets, CancellationToken cancellationToken)
    {
        foreach (var dataset in datasets)
        {
            await DeleteDeadAsync(dataset, cancellationToken);
            await DeleteOrphansAsync(dataset, cancellationToken);
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
            }

            if (dead.Blob is not null) await storage.Facts.DeleteBlobIfExistsAsync(dead.Blob, cancellationToken: cancellationToken);
            await ledger.DeleteAsync(dead, cancellationToken);
        }
    }

    private async Task DeleteOrphansAsync(string dataset, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.OrphanAge;
        // Listed before the ledger is read: what a commit names meanwhile is then found there.
        var facts = await OldAsync(storage.Facts, dataset + "/", before, cancellationToken);
        var segments = await OldAsync(storage.Facts, $"{IdSegment.Folder}{dataset}/", before, cancellationToken);
        var quarantined = await OldAsync(storage.Quarantine, dataset + "/", before, cancellationToken);
        if (facts.Count + segments.Count + quarantined.Count == 0) return;

        var uploads = new HashSet<string>();
        var named = new HashSet<string>();
        await foreach (var live in ledger.ReadAsync<LiveRow>(dataset, LiveRow.Prefix, cancellationToken)) uploads.Add(live.UploadId);
        await foreach (var segment in ledger.ReadAsync<SegmentRow>(dataset, SegmentRow.Prefix, cancellationToken)) named.Add(segment.Name);
        await foreach (var dead in ledger.ReadAsync<DeadRow>(dataset, DeadRow.Prefix, cancellationToken))
        {
            uploads.Add(dead.UploadId);
            if (dead.Blob is not null) named.Add(dead.Blob);
        }

        await foreach (var path in ledger.ReadAsync<PathRow>(dataset, PathRow.Prefix, cancellationToken))
        {
            if (path.Quarantine is not null) named.Add(path.Quarantine);
        }

        await DeleteAsync(storage.Facts, facts.Where(name => !uploads.Contains(FactPartNames.UploadIdOf(name))), cancellationToken);
        await DeleteAsync(storage.Facts, segments.Where(name => !named.Contains(name)), cancellationToken);
        await DeleteAsync(storage.Quarantine, quarantined.Where(name => !named.Contains(name)), cancellationToken);
    }

    private static async Task<List<string>> OldAsync(
        BlobContainerClient container, string prefix, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken))
        {
            if (blob.Properties.LastModified < before) names.Add(blob.Name);
        }

        return names;
    }

    private static async Task DeleteAsync(BlobContainerClient container, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names) await container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
    }
}
