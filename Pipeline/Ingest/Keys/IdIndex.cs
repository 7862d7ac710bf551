using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// Which ids count already, for which upload and with which content: a log-structured index of immutable sorted segments in container
/// <c>facts</c>, registered in the ledger. A small file reads some pages of each segment, never the whole history; <see
/// cref="IdCompactor"/> keeps the segments few.
/// </summary>
internal sealed class IdIndex(IngestStorage storage, UploadLedger ledger)
{
    /// <summary>Finds the rows whose key came earlier in the file, and those whose id another upload has that counts.</summary>
    /// <param name="leaving">Owners that the commit at hand takes out.</param>
    public async Task<IdFindings> FindAsync(
        string dataset, bool hasIds, RowKeySorter keys, IReadOnlySet<string> leaving, CancellationToken cancellationToken)
    {
        var excluded = new Exclusions();
        // Paths of owners; null of those that don't count.
        var paths = leaving.ToDictionary(UploadId.Read, _ => (string?)null);
        var segments = hasIds ? await ReadSegmentsAsync(dataset, cancellationToken) : [];
        foreach (var batch in keys.Batches())
        {
            if (!hasIds)
            {
                KeepLast(batch.Span, excluded);
                continue;
            }

            var hashes = Hashes(batch.Span);
            var owned = new Dictionary<UInt128, List<IdRecord>>();
            foreach (var segment in segments)
            {
                await foreach (var record in segment.FindAsync(hashes, cancellationToken))
                {
                    if (await PathOfAsync(dataset, record.Owner, paths, cancellationToken) is null) continue;
                    if (!owned.TryGetValue(record.Hash, out var records)) owned.Add(record.Hash, records = []);
                    records.Add(record);
                }
            }

            Weigh(batch.Span, owned, paths, excluded);
        }

        return new IdFindings(excluded, paths.Where(known => known.Value is not null).Select(known => known.Key).ToHashSet());
    }

    /// <summary>Finds the rows whose key came earlier in the file, whatever other uploads have.</summary>
    public static Exclusions FindInside(bool hasIds, RowKeySorter keys)
    {
        var excluded = new Exclusions();
        foreach (var batch in keys.Batches())
        {
            if (hasIds) Weigh(batch.Span, [], [], excluded);
            else KeepLast(batch.Span, excluded);
        }

        return excluded;
    }

    /// <summary>Stores the ids that an upload brings as a segment that nothing names yet; null where it brings none.</summary>
    public async Task<SegmentRow?> StoreAsync(
        string dataset, RowKeySorter keys, Exclusions excluded, string owner, CancellationToken cancellationToken)
    {
        if (keys.Count == excluded.Duplicates.Count + excluded.Conflicts.Count) return null;
        var name = IdSegment.NameOf(dataset, UploadId.New());
        var writer = await IdSegmentWriter.CreateAsync(storage.Facts, name, cancellationToken);
        var number = UploadId.Read(owner);
        foreach (var batch in keys.Batches())
        {
            for (var i = 0; i < batch.Length; i++)
            {
                var key = batch.Span[i];
                if (!excluded.HasIdOf(key.Row)) await writer.AddAsync(new IdRecord(key.Hash, number, key.Content), cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
        return IdSegment.Row(name, writer.Count);
    }

    // Of rows with one key the last counts: otherwise it would lose to a row that stands between the two.
    private static void KeepLast(ReadOnlySpan<RowKey> sorted, Exclusions excluded)
    {
        for (var i = 0; i + 1 < sorted.Length; i++)
        {
            if (sorted[i].Hash == sorted[i + 1].Hash) excluded.Duplicates.Add(sorted[i].Row);
        }
    }

    private static UInt128[] Hashes(ReadOnlySpan<RowKey> sorted)
    {
        var hashes = new List<UInt128>(sorted.Length);
        foreach (ref readonly var key in sorted)
        {
            if (hashes.Count == 0 || hashes[^1] != key.Hash) hashes.Add(key.Hash);
        }

        return [.. hashes];
    }

    // Of rows with one id the one that counts already does, otherwise the first of the file.
    private static void Weigh(
        ReadOnlySpan<RowKey> sorted, Dictionary<UInt128, List<IdRecord>> owned, Dictionary<ulong, string?> paths, Exclusions excluded)
    {
        var first = default(RowKey);
        for (var i = 0; i < sorted.Length; i++)
        {
            var key = sorted[i];
            var isFirst = i == 0 || key.Hash != sorted[i - 1].Hash;
            if (isFirst) first = key;
            if (owned.TryGetValue(key.Hash, out var records))
            {
                if (records.Exists(record => record.IsRepeatedBy(key.Content))) excluded.Duplicates.Add(key.Row);
                else excluded.AddConflict(key.Row, new ConflictPlace(null, paths[records[0].Owner]));
            }
            else if (!isFirst)
            {
                if (first.Content == key.Content) excluded.Duplicates.Add(key.Row);
                else excluded.AddConflict(key.Row, new ConflictPlace(first.Row, null));
            }
        }
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

    private async Task<string?> PathOfAsync(
        string dataset, ulong owner, Dictionary<ulong, string?> known, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(owner, out var path)) return path;
        return known[owner] = (await ledger.FindAsync<LiveRow>(dataset, LedgerKeys.Live(UploadId.Write(owner)), cancellationToken))?.Path;
    }
}
