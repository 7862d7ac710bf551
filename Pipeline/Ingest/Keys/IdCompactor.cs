using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// Merges segments of like size, eight at a time, so that their number grows with the logarithm of the ids and each id is rewritten
/// as often. Ids of uploads that no longer count are dropped on the way.
/// </summary>
internal sealed class IdCompactor(IngestStorage storage, UploadLedger ledger, TimeProvider time)
{
    /// <summary>So many segments of one tier become one of the next.</summary>
    public const int Width = 8;

    /// <summary>
    /// Merges what is due. Merging changes no answer: where another process commits first, the merge is left to a later one.
    /// </summary>
    public async Task RunAsync(string dataset, CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = await ledger.ReadHeadAsync(dataset, cancellationToken);
            var segments = new List<SegmentRow>();
            await foreach (var segment in ledger.ReadAsync<SegmentRow>(dataset, SegmentRow.Prefix, cancellationToken))
                segments.Add(segment);
            var due = segments.GroupBy(s => Tier(s.Count)).OrderBy(tier => tier.Key).FirstOrDefault(tier => tier.Count() >= Width);
            if (due is null) return;
            try
            {
                await MergeAsync(head, dataset, [.. due.Take(Width)], cancellationToken);
            }
            catch (LedgerConflictException)
            {
                return;
            }
        }
    }

    private static int Tier(long count) => (int)Math.Log(Math.Max(count, IdSegment.BlockRecords) / (double)IdSegment.BlockRecords, Width);

    private async Task MergeAsync(HeadRow head, string dataset, SegmentRow[] old, CancellationToken cancellationToken)
    {
        var live = new HashSet<ulong>();
        await foreach (var upload in ledger.ReadAsync<LiveRow>(dataset, LiveRow.Prefix, cancellationToken))
            live.Add(UploadId.Read(upload.Owner));

        var id = UploadId.New();
        var name = IdSegment.NameOf(dataset, id);
        var writer = await IdSegmentWriter.CreateAsync(storage.Facts, name, cancellationToken);
        var last = default((UInt128, ulong));
        await foreach (var record in MergedAsync(old, cancellationToken))
        {
            // An upload that was read again may have its ids twice.
            if (live.Contains(record.Owner) && record != last) await writer.AddAsync(record.Hash, record.Owner, cancellationToken);
            last = record;
        }

        await writer.CompleteAsync(cancellationToken);
        var change = new LedgerChange(dataset);
        foreach (var segment in old)
        {
            change.Remove(segment.RowKey);
            change.Put(new DeadRow { Blob = segment.Name, Since = time.GetUtcNow() }, LedgerKeys.Dead(segment.RowKey));
        }

        if (writer.Count > 0) change.Put(IdSegment.Row(name, writer.Count), LedgerKeys.Segment(id));
        await ledger.CommitAsync(head, change, cancellationToken);
    }

    private async IAsyncEnumerable<(UInt128 Hash, ulong Owner)> MergedAsync(
        SegmentRow[] segments, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var open = new List<IAsyncEnumerator<(UInt128 Hash, ulong Owner)>>();
        var queue = new PriorityQueue<IAsyncEnumerator<(UInt128 Hash, ulong Owner)>, (UInt128, ulong)>();
        try
        {
            foreach (var segment in segments)
            {
                var records =
                    new IdSegmentReader(storage.Facts, segment).ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
                open.Add(records);
                if (await records.MoveNextAsync()) queue.Enqueue(records, records.Current);
            }

            while (queue.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                if (await next.MoveNextAsync()) queue.Enqueue(next, next.Current);
            }
        }
        finally
        {
            foreach (var records in open) await records.DisposeAsync();
        }
    }
}
