using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>Reads a segment by ranges: the blocks that may hold what is asked for, and no others.</summary>
internal sealed class IdSegmentReader(BlobContainerClient container, SegmentRow segment)
{
    private const int MostBlocksARead = 32;
    private const int BlocksInSequence = 8;

    private readonly BlobClient _blob = container.GetBlobClient(segment.Name);
    private readonly int _width = IdSegment.WidthOf(segment);
    private ulong[]? _firsts;

    /// <summary>All records that have one of the hashes, which come in order.</summary>
    public async IAsyncEnumerable<IdRecord> FindAsync(
        ReadOnlyMemory<UInt128> sorted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _firsts ??= await ReadFirstsAsync(cancellationToken);
        for (var next = 0; next < sorted.Length;)
        {
            var from = FirstBlock(IdSegment.Prefix(sorted.Span[next]));
            var to = LastBlock(IdSegment.Prefix(sorted.Span[next]));
            var end = next + 1;
            // Further hashes join in while their blocks adjoin and the read stays small.
            for (; end < sorted.Length; end++)
            {
                var prefix = IdSegment.Prefix(sorted.Span[end]);
                if (FirstBlock(prefix) > to + 1 || LastBlock(prefix) - from >= MostBlocksARead) break;
                to = Math.Max(to, LastBlock(prefix));
            }

            if (to >= from)
            {
                var bytes = await ReadBlocksAsync(from, to, cancellationToken);
                foreach (var match in Match(bytes, sorted[next..end])) yield return match;
            }

            next = end;
        }
    }

    /// <summary>All records in order.</summary>
    public async IAsyncEnumerable<IdRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var blocks = IdSegment.Blocks(segment.Count);
        for (var block = 0; block < blocks; block += BlocksInSequence)
        {
            var bytes = await ReadBlocksAsync(block, block + BlocksInSequence - 1, cancellationToken);
            for (var at = 0; at < bytes.Length; at += _width) yield return IdSegment.Read(bytes.AsSpan(at, _width));
        }
    }

    private IEnumerable<IdRecord> Match(byte[] records, ReadOnlyMemory<UInt128> sorted)
    {
        var asked = 0;
        for (var at = 0; at < records.Length && asked < sorted.Length; at += _width)
        {
            var record = IdSegment.Read(records.AsSpan(at, _width));
            while (asked < sorted.Length && sorted.Span[asked] < record.Hash) asked++;
            if (asked < sorted.Length && sorted.Span[asked] == record.Hash) yield return record;
        }
    }

    // The first block that can hold the prefix: the last one that starts before it, since equal prefixes may straddle blocks.
    private int FirstBlock(ulong prefix)
    {
        var at = LowerBound(prefix);
        return Math.Max(0, at - 1);
    }

    // The last block that starts at or before the prefix; -1 where none does.
    private int LastBlock(ulong prefix) => (prefix == ulong.MaxValue ? _firsts!.Length : LowerBound(prefix + 1)) - 1;

    private int LowerBound(ulong prefix)
    {
        var (low, high) = (0, _firsts!.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_firsts[middle] < prefix) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private async Task<ulong[]> ReadFirstsAsync(CancellationToken cancellationToken)
    {
        var firsts = new ulong[IdSegment.Blocks(segment.Count)];
        var bytes = await ReadRangeAsync(segment.Count * _width, firsts.Length * sizeof(ulong), cancellationToken);
        for (var i = 0; i < firsts.Length; i++) firsts[i] = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(i * sizeof(ulong)));
        return firsts;
    }

    private Task<byte[]> ReadBlocksAsync(int from, int to, CancellationToken cancellationToken)
    {
        var start = (long)from * IdSegment.BlockRecords * _width;
        var end = Math.Min((to + 1L) * IdSegment.BlockRecords * _width, segment.Count * _width);
        return ReadRangeAsync(start, end - start, cancellationToken);
    }

    private async Task<byte[]> ReadRangeAsync(long start, long length, CancellationToken cancellationToken)
    {
        var options = new BlobDownloadOptions { Range = new HttpRange(start, length) };
        return (await _blob.DownloadContentAsync(options, cancellationToken)).Value.Content.ToArray();
    }
}
