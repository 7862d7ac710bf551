namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>A part of a column as it is stored, moved over the column from page to page.</summary>
internal sealed class ChunkWindow(Stream stored, ParquetBudget budget)
{
    private byte[] _bytes = [];
    private int _readAhead;
    private int _start;
    private int _end;
    private long _next;
    private long _left;

    /// <summary>The bytes from here on that have been read.</summary>
    public ReadOnlySpan<byte> Ahead => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Bytes from here on to the column's end.</summary>
    public long Left => _left + (_end - _start);

    /// <summary>The array that <see cref="Ahead"/> lies in, and where; valid until more is read.</summary>
    public (byte[] Bytes, int Start) Place => (_bytes, _start);

    public void Open(long start, long bytes, int readAhead)
    {
        (_next, _left, _readAhead) = (start, bytes, readAhead);
        (_start, _end) = (0, 0);
    }

    /// <summary>Reads until so many bytes are ahead; false where that would hold too much.</summary>
    /// <param name="count">No more than are left.</param>
    public async ValueTask<bool> EnsureAsync(int count, CancellationToken cancellationToken)
    {
        var ahead = _end - _start;
        if (ahead >= count) return true;
        var read = (int)Math.Min(_left, Math.Max(count, _readAhead) - ahead);
        if (!Reserve(ahead + read)) return false;
        stored.Position = _next;
        await stored.ReadExactlyAsync(_bytes.AsMemory(_end, read), cancellationToken);
        (_next, _left, _end) = (_next + read, _left - read, _end + read);
        return true;
    }

    public void Skip(int count) => _start += count;

    // Moves what is ahead to the start of an array that has room for the whole.
    private bool Reserve(int length)
    {
        var target = _bytes;
        if (length > _bytes.Length)
        {
            if (!budget.Hold(length - _bytes.Length)) return false;
            target = GC.AllocateUninitializedArray<byte>(length);
        }

        Ahead.CopyTo(target);
        (_bytes, _start, _end) = (target, 0, _end - _start);
        return true;
    }
}
