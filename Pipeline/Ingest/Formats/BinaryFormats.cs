using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Formats that are told by the first bytes of a file.</summary>
internal static class BinaryFormats
{
    /// <summary>Bytes that tell all of them apart.</summary>
    public const int HeadBytes = 16;

    private static readonly (byte[] Magic, Func<Message> Refusal)[] Foreign =
    [
        ("%PDF"u8.ToArray(), FileMessages.Document),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], FileMessages.Document),
        ([0xFF, 0xD8, 0xFF], FileMessages.Document),
        ("GIF8"u8.ToArray(), FileMessages.Document),
        ("{\\rtf"u8.ToArray(), FileMessages.Document),
        ("SQLite format 3"u8.ToArray(), FileMessages.Document),
        ("BZh"u8.ToArray(), FileMessages.OtherPacking),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], FileMessages.OtherPacking),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], FileMessages.OtherPacking),
        ("Rar!"u8.ToArray(), FileMessages.OtherPacking),
        ([0x28, 0xB5, 0x2F, 0xFD], FileMessages.OtherPacking),
        ("ARROW1"u8.ToArray(), FileMessages.OtherColumns),
        ([(byte)'O', (byte)'b', (byte)'j', 1], FileMessages.OtherColumns),
        ("ORC"u8.ToArray(), FileMessages.OtherColumns),
    ];

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    public static bool IsOle(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>BIFF2, 3, 4 and 5 without a compound file around them, which begin with a record BOF of 4 to 16 bytes.</summary>
    public static bool IsOldWorkbook(ReadOnlySpan<byte> head) => head is [0x09, 0x00 or 0x02 or 0x04 or 0x08, >= 4 and <= 16, 0, ..];

    public static bool IsParquet(ReadOnlySpan<byte> head) => head.StartsWith("PAR1"u8) || head.StartsWith("PARE"u8);

    /// <summary>Why a file of these first bytes is no table; null where they don't say so.</summary>
    public static Message? Refusal(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, refusal) in Foreign)
        {
            if (head.StartsWith(magic) && !(magic is [(byte)'O', (byte)'R', (byte)'C'] && IsPrintable(head))) return refusal();
        }

        return null;
    }

    private static bool IsPrintable(ReadOnlySpan<byte> head) => head.IndexOfAnyInRange((byte)0, (byte)8) < 0;
}
