using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// Sorts any number of row keys in bounded memory: sorted runs go to a temporary file once memory is full, and come back a range of
/// hashes at a time. Hashes are uniform, so that ranges are of like size.
/// </summary>
internal sealed class RowKeySorter(int mostInMemory = RowKeySorter.DefaultInMemory) : IDisposable
{
    public const int DefaultInMemory = 1 << 18;
    private const int Ranges = 256;

    private readonly List<RowKey> _keys = [];
    private readonly List<long[]> _runs = [];
    private FileStream? _spill;

    public long Count { get; private set; }

    public void Add(RowKey key)
    {
        _keys.Add(key);
        Count++;
        if (_keys.Count == mostInMemory) Spill();
    }

    /// <summary>
    /// The keys in order, in batches that no equal hashes straddle. A batch is valid until the next one. Can be asked for again.
    /// </summary>
    public IEnumerable<ReadOnlyMemory<RowKey>> Batches()
    {
        _keys.Sort();
        if (_spill is null)
        {
            if (_keys.Count > 0) yield return _keys.ToArray();
            yield break;
        }

        var held = _keys.ToArray();
        for (var range = 0; range < Ranges; range++)
        {
            var batch = Load(held, range);
            if (batch.Length > 0) yield return batch;
        }
    }

    public void Dispose() => _spill?.Dispose();

    private static int RangeOf(RowKey key) => (int)(key.Hash >> 120);

    private void Spill()
    {
        _spill ??= new FileStream(
            Path.Combine(Path.GetTempPath(), $"keys-{Guid.NewGuid():N}.tmp"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 1 << 16,
            });
        _keys.Sort();
        _spill.Seek(0, SeekOrigin.End);
        var run = new long[Ranges + 1];
        var range = 0;
        Span<byte> record = stackalloc byte[RowKey.Bytes];
        foreach (var key in _keys)
        {
            while (range <= RangeOf(key)) run[range++] = _spill.Position;
            BinaryPrimitives.WriteUInt128BigEndian(record, key.Hash);
            BinaryPrimitives.WriteInt64BigEndian(record[16..], key.Row);
            BinaryPrimitives.WriteUInt64BigEndian(record[24..], key.Content);
            _spill.Write(record);
        }

        while (range <= Ranges) run[range++] = _spill.Position;
        _runs.Add(run);
        _keys.Clear();
    }

    private RowKey[] Load(RowKey[] held, int range)
    {
        var from = LowerBound(held, range);
        var to = LowerBound(held, range + 1);
        var batch = new List<RowKey>(to - from);
        batch.AddRange(held.AsSpan(from, to - from));
        foreach (var run in _runs)
        {
            var bytes = new byte[run[range + 1] - run[range]];
            _spill!.Seek(run[range], SeekOrigin.Begin);
            _spill.ReadExactly(bytes);
            for (var at = 0; at < bytes.Length; at += RowKey.Bytes)
            {
                var record = bytes.AsSpan(at, RowKey.Bytes);
                batch.Add(new RowKey(
                    BinaryPrimitives.ReadUInt128BigEndian(record),
                    BinaryPrimitives.ReadInt64BigEndian(record[16..]),
                    BinaryPrimitives.ReadUInt64BigEndian(record[24..])));
            }
        }

        CollectionsMarshal.AsSpan(batch).Sort();
        return [.. batch];
    }

    private static int LowerBound(RowKey[] sorted, int range)
    {
        if (range >= Ranges) return sorted.Length;
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (RangeOf(sorted[middle]) < range) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
