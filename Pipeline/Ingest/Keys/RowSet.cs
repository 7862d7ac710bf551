namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>A set of row numbers: a bit a row where rows are many, nothing where they are none.</summary>
internal sealed class RowSet
{
    private const int ChunkRows = 1 << 16;

    private readonly Dictionary<long, ulong[]> _chunks = [];

    public long Count { get; private set; }

    public void Add(long row)
    {
        if (!_chunks.TryGetValue(row / ChunkRows, out var bits)) _chunks[row / ChunkRows] = bits = new ulong[ChunkRows / 64];
        var mask = 1UL << (int)(row % 64);
        ref var word = ref bits[row % ChunkRows / 64];
        if ((word & mask) == 0) Count++;
        word |= mask;
    }

    public bool Contains(long row) =>
        _chunks.TryGetValue(row / ChunkRows, out var bits) && (bits[row % ChunkRows / 64] & (1UL << (int)(row % 64))) != 0;

    public bool SetEquals(RowSet other) =>
        Count == other.Count
        && _chunks.All(chunk => other._chunks.TryGetValue(chunk.Key, out var bits) && bits.AsSpan().SequenceEqual(chunk.Value));
}
