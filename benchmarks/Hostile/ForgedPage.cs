using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>A page of a forged Parquet file: a header that may lie, and a body.</summary>
internal sealed record ForgedPage
{
    public const int Plain = 0;
    public const int Dictionary = 8;

    public int Kind { get; init; }

    public byte[] Body { get; init; } = [];

    /// <summary>Makes the body where that takes long.</summary>
    public Func<byte[]>? Make { get; init; }

    public required long Values { get; init; }

    public int Encoding { get; init; }

    /// <summary>What the header claims; the body's length where null.</summary>
    public long? Unpacked { get; init; }

    public long? Stored { get; init; }

    /// <summary>Fields that the format does not know.</summary>
    public Action<ThriftWriter>? Extra { get; init; }

    public byte[] ToArray()
    {
        var body = Make?.Invoke() ?? Body;
        var header = new ThriftWriter().Body(page =>
        {
            page.Int(1, Kind).Int(2, Unpacked ?? body.Length).Int(3, Stored ?? body.Length);
            page.In(Kind == 2 ? 7 : 5, data =>
            {
                data.Int(1, Values).Int(2, Encoding);
                if (Kind == 0) data.Int(3, 3).Int(4, 3);
            });
            Extra?.Invoke(page);
        });
        return [.. header.ToArray(), .. body];
    }

    public static byte[] Texts(params IEnumerable<string> values)
    {
        var bytes = new MemoryStream();
        foreach (var value in values)
        {
            var utf8 = System.Text.Encoding.UTF8.GetBytes(value);
            bytes.Write(Integer(utf8.Length));
            bytes.Write(utf8);
        }

        return bytes.ToArray();
    }

    public static byte[] Integers(params IEnumerable<int> values) => [.. values.SelectMany(Integer)];

    public static byte[] Gzip(long zeros)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) Zeros(gzip, zeros);
        return packed.ToArray();
    }

    public static byte[] Brotli(long zeros)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) Zeros(brotli, zeros);
        return packed.ToArray();
    }

    public static byte[] Zstd(int zeros)
    {
        using var zstd = new ZstdSharp.Compressor();
        return zstd.Wrap(new byte[zeros]).ToArray();
    }

    private static byte[] Integer(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static void Zeros(Stream stream, long count)
    {
        var chunk = new byte[1 << 20];
        for (; count > 0; count -= chunk.Length) stream.Write(chunk.AsSpan(0, (int)Math.Min(count, chunk.Length)));
    }
}
