using System.Buffers.Binary;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// Layout of a segment of the id index: records of 24 bytes (hash, big-endian, and the upload that owns it) in order of their hashes,
/// then, for every block of records, the upper half of its first hash. From the ledger's count alone a reader knows where everything
/// stands.
/// </summary>
internal static class IdSegment
{
    public const int RecordBytes = 24;
    public const int BlockRecords = 4096;
    public const int BlockBytes = RecordBytes * BlockRecords;
    public const string Folder = "_ids/";

    public static int Blocks(long records) => (int)((records + BlockRecords - 1) / BlockRecords);

    public static string NameOf(string dataset, string id) => $"{Folder}{dataset}/{id}.ids";

    public static ulong Prefix(UInt128 hash) => (ulong)(hash >> 64);

    public static void Write(Span<byte> record, UInt128 hash, ulong owner)
    {
        BinaryPrimitives.WriteUInt128BigEndian(record, hash);
        BinaryPrimitives.WriteUInt64BigEndian(record[16..], owner);
    }

    public static (UInt128 Hash, ulong Owner) Read(ReadOnlySpan<byte> record) =>
        (BinaryPrimitives.ReadUInt128BigEndian(record), BinaryPrimitives.ReadUInt64BigEndian(record[16..]));

    /// <summary>The ledger's row of a segment.</summary>
    public static SegmentRow Row(string name, long count) => new() { Name = name, Count = count };
}
