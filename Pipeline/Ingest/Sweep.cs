using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Schemas;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Ingests all that is new or changed, and what a crash or a correction left to do.</summary>
internal sealed class Sweep(IngestStorage storage, UploadLedger ledger, DeliveryIngestor ingestor, MappingStore mappings)
{
    public async Task<IReadOnlyList<UploadAccount>> RunAsync(IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var work = await FindWorkAsync(cancellationToken);
        var meter = new IngestMeter(progress, work.Sum(delivery => delivery.Bytes));
        var accounts = new List<UploadAccount>();
        var failures = new List<Exception>();
        foreach (var delivery in work)
        {
            try
            {
                accounts.Add(await ingestor.IngestAsync(delivery, meter, again: false, cancellationToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One upload that storage fails on must not keep the others waiting.
                failures.Add(new IngestFailedException(delivery.File.Path, failure));
            }
        }

        return failures.Count == 0 ? accounts : throw new AggregateException(failures);
    }

    private async Task<List<Delivery>> FindWorkAsync(CancellationToken cancellationToken)
    {
        var known = await ReadPathsAsync(cancellationToken);
        var catalogue = await mappings.LoadAsync(cancellationToken);
        var work = new List<Delivery>();
        await foreach (BlobItem blob in storage.Uploads.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var file = UploadFile.Parse(blob.Name);
            var delivery = new Delivery(
                file,
                file.IsAddressable ? blob.Properties.ETag?.ToString() ?? "" : "",
                blob.Properties.ContentLength ?? 0,
                blob.Properties.LastModified ?? DateTimeOffset.UnixEpoch);
            var done = known.TryGetValue((file.Dataset, blob.Name), out var path) && !path.Pending && DeliveryIngestor.IsDone(path, delivery, catalogue);
            if (!done) work.Add(delivery);
        }

        return work;
    }

    private async Task<Dictionary<(string Dataset, string Path), PathRow>> ReadPathsAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<(string, string), PathRow>();
        foreach (var dataset in Datasets.All.Keys.Append(UploadFile.NoDataset))
        {
            await foreach (var path in ledger.ReadAsync<PathRow>(dataset, PathRow.Prefix, cancellationToken)) known[(dataset, path.Path)] = path;
        }

        return known;
    }
}
