namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Formats that are told by the first bytes of a file.</summary>
internal static class BinaryFormats
{
    /// <summary>Bytes that tell all of them apart.</summary>
    public const int HeadBytes = 16;

    private const string AsTable = "Export the table itself as CSV or .xlsx.";
    private const string Unpack = "Unpack it and upload the table itself.";

    private static readonly (byte[] Magic, string What, string Remedy)[] Foreign =
    [
        ("%PDF"u8.ToArray(), "a PDF", AsTable),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture", AsTable),
        ([0xFF, 0xD8, 0xFF], "a picture", AsTable),
        ("GIF8"u8.ToArray(), "a picture", AsTable),
        ("{\\rtf"u8.ToArray(), "a text document", AsTable),
        ("SQLite format 3"u8.ToArray(), "a database", AsTable),
        ("BZh"u8.ToArray(), "packed with bzip2", Unpack),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "packed with xz", Unpack),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "packed with 7-Zip", Unpack),
        ("Rar!"u8.ToArray(), "packed with RAR", Unpack),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed with zstd", Unpack),
        ("ARROW1"u8.ToArray(), "an Arrow file", "Save it as Parquet."),
        ([(byte)'O', (byte)'b', (byte)'j', 1], "an Avro file", "Save it as Parquet."),
        ("ORC"u8.ToArray(), "an ORC file", "Save it as Parquet."),
    ];

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    public static bool IsOle(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static bool IsParquet(ReadOnlySpan<byte> head) => head.StartsWith("PAR1"u8) || head.StartsWith("PARE"u8);

    /// <summary>Why a file of these first bytes is no table; null where they don't say so.</summary>
    public static string? Refusal(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, what, remedy) in Foreign)
        {
            if (head.StartsWith(magic) && !(magic is [(byte)'O', (byte)'R', (byte)'C'] && IsPrintable(head))) return ReadingMessages.Foreign(what, remedy);
        }

        return null;
    }

    private static bool IsPrintable(ReadOnlySpan<byte> head) => head.IndexOfAnyInRange((byte)0, (byte)8) < 0;
}
