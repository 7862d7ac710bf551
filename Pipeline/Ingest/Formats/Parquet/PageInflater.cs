using System.Buffers.Binary;
using System.IO.Compression;
using K4os.Compression.LZ4;
using Snappier;
using ZstdSharp;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Unpacks pages into exactly the bytes that their headers name, never more.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/>, or what a library throws, where the bytes give less or more.</remarks>
internal static class PageInflater
{
    private const int HadoopHeaderBytes = 8;

    public static bool Knows(ParquetPacking packing) =>
        packing is >= ParquetPacking.None and <= ParquetPacking.Lz4 and not ParquetPacking.Lzo;

    /// <param name="packed">The array that has the packed bytes.</param>
    /// <param name="start">Where they begin in it.</param>
    public static void Inflate(ParquetPacking packing, byte[] packed, int start, int length, Span<byte> target)
    {
        var source = packed.AsSpan(start, length);
        // Some writers pack nothing into nothing, which is no valid stream.
        if (target.IsEmpty) return;
        var isWhole = packing switch
        {
            ParquetPacking.Snappy =>
                Snappy.GetUncompressedLength(source) == target.Length && Snappy.Decompress(source, target) == target.Length,
            ParquetPacking.Gzip => InflateGzip(packed, start, length, target),
            ParquetPacking.Brotli => BrotliDecoder.TryDecompress(source, target, out var written) && written == target.Length,
            ParquetPacking.Zstd => InflateZstd(source, target),
            ParquetPacking.Lz4 => LZ4Codec.Decode(source, target) == target.Length,
            ParquetPacking.HadoopLz4 => InflateHadoop(source, target) || LZ4Codec.Decode(source, target) == target.Length,
            _ => throw new InvalidDataException(),
        };
        if (!isWhole) throw new InvalidDataException();
    }

    private static bool InflateGzip(byte[] packed, int start, int length, Span<byte> target)
    {
        using var gzip = new GZipStream(new MemoryStream(packed, start, length), CompressionMode.Decompress);
        return gzip.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length && gzip.ReadByte() < 0;
    }

    private static bool InflateZstd(ReadOnlySpan<byte> source, Span<byte> target)
    {
        using var zstd = new Decompressor();
        return zstd.Unwrap(source, target) == target.Length;
    }

    // Frames of an unpacked and a packed length, big-endian, each before a block.
    private static bool InflateHadoop(ReadOnlySpan<byte> source, Span<byte> target)
    {
        while (source.Length >= HadoopHeaderBytes)
        {
            var unpacked = BinaryPrimitives.ReadUInt32BigEndian(source);
            var packed = BinaryPrimitives.ReadUInt32BigEndian(source[4..]);
            source = source[HadoopHeaderBytes..];
            if (packed > source.Length || unpacked > target.Length) return false;
            if (LZ4Codec.Decode(source[..(int)packed], target[..(int)unpacked]) != unpacked) return false;
            source = source[(int)packed..];
            target = target[(int)unpacked..];
        }

        return source.IsEmpty && target.IsEmpty;
    }
}
