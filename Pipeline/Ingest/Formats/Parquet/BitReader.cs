using System.Buffers.Binary;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Reads numbers of any width up to 64 bits, the lowest bit first.</summary>
internal struct BitReader(byte[] bytes, int start, int end)
{
    private const int WordBytes = sizeof(ulong);

    private long _bit = 8L * start;

    public ulong Read(int width)
    {
        if (width == 0) return 0;
        var at = (int)(_bit >> 3);
        var shift = (int)(_bit & 7);
        _bit += width;
        if (_bit > 8L * end) throw new InvalidDataException();
        if (at + WordBytes > end) return ReadAtEnd(at, shift, width);
        var low = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at)) >> shift;
        if (shift + width > 64) low |= (ulong)bytes[at + WordBytes] << (64 - shift);
        return low & Mask(width);
    }

    private readonly ulong ReadAtEnd(int at, int shift, int width)
    {
        ulong word = 0;
        for (var i = 0; at + i < end; i++) word |= (ulong)bytes[at + i] << (8 * i);
        return (word >> shift) & Mask(width);
    }

    private static ulong Mask(int width) => ulong.MaxValue >> (64 - width);
}
