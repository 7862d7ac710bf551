using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// Which ids count already, and for which upload: a log-structured index of immutable sorted segments in container <c>facts</c>,
/// registered in the ledger. A small file reads some pages of each segment, never the whole history; <see cref="IdCompactor"/> keeps the
/// segments few.
/// </summary>
internal sealed class IdIndex(IngestStorage storage, UploadLedger ledger)
{
    /// <summary>Finds the rows whose key came earlier in the file, and those whose id another upload has that counts.</summary>
    /// <param name="leaving">Owners that the commit at hand takes out.</param>
    public async Task<IdDuplicates> FindAsync(
        string dataset, bool hasIds, RowKeySorter keys, IReadOnlySet<string> leaving, CancellationToken cancellationToken)
    {
        var rows = new RowSet();
        var liveness = new Dictionary<ulong, bool>();
        foreach (var id in leaving) liveness[UploadId.Read(id)] = false;
        var segments = hasIds ? await ReadSegmentsAsync(dataset, cancellationToken) : [];
        foreach (var batch in keys.Batches())
        {
            var firsts = Singles(batch.Span, rows, keepLast: !hasIds);
            var hashes = Array.ConvertAll(firsts, key => key.Hash);
            foreach (var segment in segments)
            {
                await foreach (var (hash, owner) in segment.FindAsync(hashes, cancellationToken))
                {
                    if (await IsLiveAsync(dataset, owner, liveness, cancellationToken))
                        rows.Add(firsts[Array.BinarySearch(hashes, hash)].Row);
                }
            }
        }

        return new IdDuplicates(rows, liveness.Where(known => known.Value).Select(known => known.Key).ToHashSet());
    }

    /// <summary>Stores the ids that an upload brings as a segment that nothing names yet; null where it brings none.</summary>
    public async Task<SegmentRow?> StoreAsync(
        string dataset, RowKeySorter keys, RowSet duplicates, string owner, CancellationToken cancellationToken)
    {
        if (keys.Count == duplicates.Count) return null;
        var name = IdSegment.NameOf(dataset, UploadId.New());
        var writer = await IdSegmentWriter.CreateAsync(storage.Facts, name, cancellationToken);
        var number = UploadId.Read(owner);
        foreach (var batch in keys.Batches())
        {
            for (var i = 0; i < batch.Length; i++)
            {
                var key = batch.Span[i];
                if (!duplicates.Contains(key.Row)) await writer.AddAsync(key.Hash, number, cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
        return IdSegment.Row(name, writer.Count);
    }

    // Of rows with an id the first counts; of rows with a key the last, lest it lose to one that stands between the two.
    private static RowKey[] Singles(ReadOnlySpan<RowKey> sorted, RowSet repeated, bool keepLast)
    {
        var singles = new List<RowKey>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            var other = keepLast ? i + 1 : i - 1;
            if (other >= 0 && other < sorted.Length && sorted[i].Hash == sorted[other].Hash) repeated.Add(sorted[i].Row);
            else singles.Add(sorted[i]);
        }

        return [.. singles];
    }

    private async Task<List<IdSegmentReader>> ReadSegmentsAsync(string dataset, CancellationToken cancellationToken)
    {
        var segments = new List<IdSegmentReader>();
        await foreach (var row in ledger.ReadAsync<SegmentRow>(dataset, SegmentRow.Prefix, cancellationToken))
        {
            segments.Add(new IdSegmentReader(storage.Facts, row));
        }

        return segments;
    }

    private async Task<bool> IsLiveAsync(string dataset, ulong owner, Dictionary<ulong, bool> known, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(owner, out var live)) return live;
        return known[owner] = await ledger.FindAsync<LiveRow>(
            dataset, LedgerKeys.Live(UploadId.Write(owner)), cancellationToken) is not null;
    }
}
