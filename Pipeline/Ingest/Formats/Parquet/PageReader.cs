using System.IO.Hashing;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Reads the pages of a column of a row group one after another: header, checks, bytes.</summary>
internal sealed class PageReader(ParquetField field, Stream stored, ParquetBudget budget)
{
    private const int FirstHeaderBytes = 1 << 12;

    // The oldest writers leave a header out of a column's size (PARQUET-816).
    private const int ForgottenBytes = 100;

    private readonly ChunkWindow _window = new(stored, budget);
    private readonly PageBuffer _page = new(budget);
    private ParquetPacking _packing;
    private int _group;

    /// <summary>The array that holds the page, where its values begin, and their bytes; valid until the next page.</summary>
    public (byte[] Bytes, int Start, int Length) Page { get; private set; }

    public PageHeader Header { get; private set; }

    /// <param name="group">Number of the row group, from 1.</param>
    public void Open(ParquetChunk chunk, int group, int readAhead)
    {
        if (!PageInflater.Knows(chunk.Packing))
            throw new UnreadableUploadException(ParquetMessages.UnknownPacking(field.Name, Name(chunk.Packing)));
        (_packing, _group) = (chunk.Packing, group);
        _window.Open(chunk.Start, Math.Min(chunk.Bytes + ForgottenBytes, stored.Length - chunk.Start), readAhead);
    }

    /// <summary>Moves to the next page and unpacks it.</summary>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        Header = await ReadHeaderAsync(cancellationToken);
        var length = (int)Header.Stored;
        if (length > _window.Left) throw new UnreadableUploadException(ParquetMessages.PageBeyondChunk(field.Name, _group));
        if (!budget.Unpack(Header.Unpacked)) throw new UnreadableUploadException(ParquetMessages.Bomb());
        if (!await _window.EnsureAsync(length, cancellationToken))
            throw new UnreadableUploadException(ParquetMessages.TooMuchMemory(field.Name, _group, length));
        if (Header.Checksum is { } checksum && Crc32.HashToUInt32(_window.Ahead[..length]) != checksum)
            throw new UnreadableUploadException(ParquetMessages.Checksum(field.Name, _group));
        Page = Unpack(length);
        _window.Skip(length);
    }

    /// <summary>Takes the page's bytes for good; the next page gets others.</summary>
    public byte[] Keep()
    {
        var kept = Page.Bytes.AsSpan(Page.Start, Page.Length).ToArray();
        return budget.Hold(kept.Length) ? kept : throw new UnreadableUploadException(
            ParquetMessages.TooMuchMemory(field.Name, _group, kept.Length));
    }

    private static string Name(ParquetPacking packing) => packing == ParquetPacking.Lzo ? "LZO" : $"codec {(int)packing}";

    private async ValueTask<PageHeader> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        for (var most = FirstHeaderBytes; ; most *= 4)
        {
            var ahead = (int)Math.Min(most, _window.Left);
            if (!await _window.EnsureAsync(ahead, cancellationToken))
                throw new UnreadableUploadException(ParquetMessages.TooMuchMemory(field.Name, _group, ahead));
            if (TryReadHeader(out var header)) return header;
            if (ahead == _window.Left || ahead >= ParquetLimits.PageHeaderBytes)
                throw new UnreadableUploadException(ParquetMessages.Damaged(field.Name, _group));
        }
    }

    private bool TryReadHeader(out PageHeader header)
    {
        var thrift = new ThriftReader(_window.Ahead);
        try
        {
            header = PageHeader.Read(ref thrift);
        }
        catch (EndOfStreamException)
        {
            header = default;
            return false;
        }

        _window.Skip(thrift.Position);
        return true;
    }

    private (byte[] Bytes, int Start, int Length) Unpack(int length)
    {
        var (bytes, start) = _window.Place;
        var isPacked = _packing != ParquetPacking.None && (Header.Kind != PageKind.DataV2 || Header.IsPacked);
        if (!isPacked) return (bytes, start, length);
        var unpacked = (int)Header.Unpacked;
        if (!_page.Reserve(unpacked)) throw new UnreadableUploadException(ParquetMessages.TooMuchMemory(field.Name, _group, unpacked));
        // The levels of a page of version 2 stand before the packed bytes.
        var levels = Header.Kind == PageKind.DataV2 ? (int)(Header.RepeatBytes + Header.LevelBytes) : 0;
        bytes.AsSpan(start, levels).CopyTo(_page.Bytes);
        PageInflater.Inflate(_packing, bytes, start + levels, length - levels, _page.Bytes.AsSpan(levels, unpacked - levels));
        return (_page.Bytes, 0, unpacked);
    }
}
