using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Ingests all that is new or changed, and what a crash or a correction left to do.</summary>
internal sealed class Sweep(
    IngestStorage storage, UploadListing listing, UploadLedger ledger, DeliveryIngestor ingestor, MappingStore mappings, Cleaner cleaner)
{
    private static readonly IEnumerable<string> Partitions =
        [.. DatasetCatalogue.All.Keys.Order(StringComparer.Ordinal), UploadFile.NoDataset];

    /// <exception cref="AggregateException">Storage failed on some uploads; the others are ingested.</exception>
    public async Task<IReadOnlyList<UploadAccount>> RunAsync(IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var accounts = new List<UploadAccount>();
        var failures = new List<Exception>();
        var work = await FindWorkAsync(failures, cancellationToken);
        var meter = new IngestMeter(progress, work.Sum(delivery => delivery.Bytes));
        // Services first: a closed catalogue must know those that come with the files that name them.
        foreach (var delivery in work.OrderBy(delivery => delivery.File.Schema != ServiceRow.Schema))
            await IngestAsync(delivery, again: false);

        // What was weighed against an upload that has gone is read again; that can set free further rows, so until nothing is left.
        while (failures.Count == 0 && await FindStaleAsync(cancellationToken) is { Count: > 0 } stale)
        {
            var again = new IngestMeter(progress, stale.Sum(delivery => delivery.Bytes));
            foreach (var delivery in stale) await IngestAsync(delivery, again: true, again);
        }

        await cleaner.RunAsync(Partitions, cancellationToken);
        return failures.Count == 0 ? accounts : throw new AggregateException(failures);

        async Task IngestAsync(Delivery delivery, bool again, IngestMeter? own = null)
        {
            try
            {
                accounts.Add(await ingestor.IngestAsync(delivery, own ?? meter, again, cancellationToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One upload that storage fails on must not keep the others waiting.
                failures.Add(new IngestFailedException(delivery.File.Path, failure));
            }
        }
    }

    private async Task<List<Delivery>> FindWorkAsync(List<Exception> failures, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(string Dataset, string Path), PathRow>();
        foreach (var dataset in Partitions)
        {
            await foreach (var path in ledger.ReadAsync<PathRow>(dataset, PathRow.Prefix, cancellationToken))
                known[(dataset, path.Path)] = path;
        }

        var catalogue = await mappings.LoadAsync(cancellationToken);
        var work = new List<Delivery>();
        foreach (var delivery in await listing.ReadAsync(failures, cancellationToken))
        {
            var isDone = known.TryGetValue((delivery.File.Dataset, delivery.File.Path), out var path)
                && !path.Pending
                && DeliveryDecision.IsDone(path, delivery, catalogue.Digest);
            if (!isDone) work.Add(delivery);
        }

        return work;
    }

    private async Task<List<Delivery>> FindStaleAsync(CancellationToken cancellationToken)
    {
        var stale = new List<Delivery>();
        foreach (var schema in DatasetCatalogue.All.Values.Where(schema => schema.IdIndex >= 0 || schema.IsSummed))
        {
            var live = new HashSet<ulong>();
            await foreach (var upload in ledger.ReadAsync<LiveRow>(schema.Name, LiveRow.Prefix, cancellationToken))
                live.Add(UploadId.Read(upload.Owner));
            foreach (var path in await FindStaleAsync(schema.Name, live, cancellationToken))
            {
                // A blob that was deleted, changed or found unreadable since: its facts stay as they are, or come with the next sweep.
                var known = await ledger.FindAsync<PathRow>(schema.Name, LedgerKeys.Path(path), cancellationToken);
                if (await Delivery.FindAsync(storage.Uploads, path, cancellationToken) is { } delivery
                    && delivery.Tag == known?.BlobTag
                    && known.Status is UploadStatus.Ingested or UploadStatus.Held)
                {
                    stale.Add(delivery);
                }
            }
        }

        return stale;
    }

    // Paths that have lost rows to, or are held because of, an upload that counts no more.
    private async Task<HashSet<string>> FindStaleAsync(string dataset, HashSet<ulong> live, CancellationToken cancellationToken)
    {
        var paths = new HashSet<string>();
        await foreach (var need in ledger.ReadAsync<NeedRow>(dataset, NeedRow.Prefix, cancellationToken))
        {
            if (live.Contains(UploadId.Read(need.Owner)) && !need.ReadOthers().All(live.Contains)) paths.Add(need.Path);
        }

        await foreach (var path in ledger.ReadAsync<PathRow>(dataset, PathRow.Prefix, cancellationToken))
        {
            if (path.Status == UploadStatus.Held && !path.ReadHolders().All(live.Contains)) paths.Add(path.Path);
        }

        return paths;
    }
}
