using System.Buffers.Binary;
using System.IO.Hashing;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// Proves that a gzip file is whole (RFC 1952, section 2.3.1): the class library takes one that is cut off for one that ends. The last
/// eight bytes are the checksum and length of the last member, most often the only one.
/// </summary>
internal static class GzipTrailer
{
    private const int Bytes = 8;
    private const int ChunkBytes = 1 << 18;

    /// <param name="stored">The file; seekable.</param>
    /// <param name="inflated">Bytes that it gave.</param>
    public static async Task<bool> IsWholeAsync(MeteredStream stored, long inflated, CancellationToken cancellationToken)
    {
        if (stored.Length < Bytes) return false;
        var trailer = new byte[Bytes];
        stored.Position = stored.Length - Bytes;
        await stored.ReadExactlyAsync(trailer, cancellationToken);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(trailer.AsSpan(4));
        if (length == (uint)inflated) return true;
        // Several members: the checksum of the last one must be that of the last bytes.
        return length <= inflated
            && await ChecksumAsync(stored, inflated - length, cancellationToken) == BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    private static async Task<uint> ChecksumAsync(MeteredStream stored, long skip, CancellationToken cancellationToken)
    {
        stored.Position = 0;
        var checksum = new Crc32();
        var chunk = new byte[ChunkBytes];
        var inflating = InflatedStream.Gzip(stored);
        while (await inflating.ReadAsync(chunk, cancellationToken) is > 0 and var read)
        {
            var skipped = (int)Math.Min(skip, read);
            skip -= skipped;
            checksum.Append(chunk.AsSpan(skipped, read - skipped));
        }

        return checksum.GetCurrentHashAsUInt32();
    }
}
