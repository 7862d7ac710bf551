using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Benchmarks.Scale.Indicators;

/// <summary>
/// Puts facts into storage as ingest does, in files of the same sizes and with the same ledger, without the uploads that they would come
/// from.
/// </summary>
internal sealed class FactStore(IngestStorage storage, UploadLedger ledger)
{
    // As many rows as a file of ingested usage has.
    private const int RowsOfAFile = 65_536;

    /// <summary>Commits rows as one upload.</summary>
    /// <param name="rows">In the order of their days where the dataset is partitioned by them; read once.</param>
    public async Task WriteAsync(DatasetSchema dataset, IEnumerable<Cell[]> rows, CancellationToken cancellationToken)
    {
        await storage.EnsureAsync(cancellationToken);
        var id = UploadId.New();
        var parts = new FactPartWriter(storage.Facts, dataset, id);
        var count = 0;
        foreach (var file in rows.Chunk(RowsOfAFile))
        {
            await parts.WriteAsync(file, cancellationToken);
            count += file.Length;
        }

        var change = new LedgerChange(dataset.Name);
        var live = new LiveRow
        {
            Owner = id,
            UploadId = id,
            Path = $"{dataset.Name}/{id}.csv",
            Content = id,
            Read = count,
            Kept = count,
            Parts = parts.Parts,
            FirstDay = parts.Span?.First.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            LastDay = parts.Span?.Last.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        };
        change.Put(live, LedgerKeys.Live(id));
        await ledger.CommitAsync(await ledger.ReadHeadAsync(dataset.Name, cancellationToken), change, cancellationToken);
    }
}
