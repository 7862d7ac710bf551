using System.Buffers.Binary;
using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>Tells the encodings whose characters have two or four bytes, with a byte order mark or without one.</summary>
internal static class ByteOrder
{
    private const int SampleBytes = 1 << 16;

    /// <summary>The encoding that a byte order mark names, or null.</summary>
    public static Encoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? Encoding.UTF8
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? Encoding.UTF32
        : bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? new UTF32Encoding(bigEndian: true, byteOrderMark: true)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    /// <summary>The encoding that the zero bytes of a text without a mark betray, or null; text in one byte a character has none.</summary>
    public static Encoding? Unmarked(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, SampleBytes)];
        if (!bytes.Contains((byte)0)) return null;
        var (little, big) = (Plausible32(bytes, isBig: false), Plausible32(bytes, isBig: true));
        if (Math.Max(little, big) > 0.95) return big > little ? new UTF32Encoding(bigEndian: true, byteOrderMark: false) : Encoding.UTF32;
        (little, big) = (Plausible16(bytes, isBig: false), Plausible16(bytes, isBig: true));
        return Math.Max(little, big) < 0.3 || little == big ? null : big > little ? Encoding.BigEndianUnicode : Encoding.Unicode;
    }

    private static double Plausible32(ReadOnlySpan<byte> bytes, bool isBig)
    {
        var valid = 0;
        for (var i = 0; i + 4 <= bytes.Length; i += 4)
        {
            var value = isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]);
            if (value is > 0 and <= 0x10FFFF && Rune.IsValid(value)) valid++;
        }

        return bytes.Length < 4 ? 0 : 4.0 * valid / bytes.Length;
    }

    // Line ends and digits count for an order, characters that no table has against it.
    private static double Plausible16(ReadOnlySpan<byte> bytes, bool isBig)
    {
        double score = 0;
        for (var i = 0; i + 2 <= bytes.Length; i += 2)
        {
            var c = (char)(isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[i..]));
            score += c switch
            {
                '\t' or '\r' or '\n' or >= ' ' and <= '~' => 1,
                < ' ' => -4,
                >= '\u4E00' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\u00A0' and <= '\u06FF' or >= '\u3000' and <= '\u30FF'
                    or >= '\uFF01' and <= '\uFF5E' => 0.6,
                _ => char.IsLetterOrDigit(c) ? 0.2 : -1,
            };
        }

        return bytes.Length < 2 ? 0 : 2 * score / bytes.Length;
    }
}
