using System.Buffers.Binary;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// Layout of a segment of the id index: records of 32 bytes (hash, big-endian, the upload that owns it, hash of the row's content) in
/// order of their hashes, then, for every block of records, the upper half of its first hash. Records of earlier versions have 24 bytes:
/// no content. From the ledger's count and width alone a reader knows where everything stands.
/// </summary>
internal static class IdSegment
{
    public const int RecordBytes = 32;
    public const int RecordBytesWithoutContent = 24;
    public const int BlockRecords = 4096;
    public const string Folder = "_ids/";

    public static int Blocks(long records) => (int)((records + BlockRecords - 1) / BlockRecords);

    public static string NameOf(string dataset, string id) => $"{Folder}{dataset}/{id}.ids";

    public static ulong Prefix(UInt128 hash) => (ulong)(hash >> 64);

    /// <summary>Bytes of one record of a segment.</summary>
    public static int WidthOf(SegmentRow segment) => segment.RecordBytes ?? RecordBytesWithoutContent;

    public static void Write(Span<byte> bytes, IdRecord record)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, record.Hash);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], record.Owner);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], record.Content);
    }

    public static IdRecord Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt128BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        bytes.Length < RecordBytes ? IdRecord.UnknownContent : BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    /// <summary>The ledger's row of a segment.</summary>
    public static SegmentRow Row(string name, long count) => new() { Name = name, Count = count, RecordBytes = RecordBytes };
}
