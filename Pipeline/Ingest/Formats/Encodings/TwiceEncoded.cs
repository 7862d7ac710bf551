using System.Buffers;
using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>Finds text that was written in UTF-8, read as Windows-1252 and written in UTF-8 again: <c>CafÃ©</c>.</summary>
internal static class TwiceEncoded
{
    /// <summary>What the first byte of a character of several bytes becomes.</summary>
    private static readonly SearchValues<char> Leads = SearchValues.Create(
        [.. Enumerable.Range(0xC2, 0xF5 - 0xC2).Select(code => (char)code)]);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Whether a text has such a character.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        while (text.IndexOfAny(Leads) is >= 0 and var lead)
        {
            text = text[lead..];
            var length = text[0] < 0xE0 ? 2 : text[0] < 0xF0 ? 3 : 4;
            if (text.Length >= length && IsCharacter(text[..length], bytes)) return true;
            text = text[1..];
        }

        return false;
    }

    private static bool IsCharacter(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // Bytes that Windows-1252 leaves open are read as they are.
            if (text[i] < '\u0100') bytes[i] = (byte)text[i];
            else if (Windows1252.GetBytes(text.Slice(i, 1), bytes[i..]) != 1 || bytes[i] < 0x80) return false;
        }

        return Rune.DecodeFromUtf8(bytes[..text.Length], out var rune, out var used) == OperationStatus.Done && used == text.Length
            && !Rune.IsControl(rune);
    }
}
