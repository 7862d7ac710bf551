using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ADRaffy.ENSNormalize;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>
/// The spelling of a key without what spreadsheets, web pages and input methods leave in a text: Unicode form C, ASCII for full-width
/// forms, no invisible characters, single spaces, no quotation marks or formulas around the text. Case stays.
/// </summary>
internal static partial class KeyText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private const string WideKatakana =
        "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";

    // Letters and symbols without ink: the fillers of Hangul and the blank of Braille.
    private const string Blanks = "\u3164\uFFA0\u2800";

    /// <summary>The spelling that is kept of a text.</summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return IsPlain(text) ? text.ToString() : Clean(text.ToString());
    }

    /// <summary>Whether a text is kept as it is: most keys are, and are asked for by the million.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or ':' or '#' or (>= '\u4E00' and <= '\u9FFF'))) return false;
        }

        return true;
    }

    // What one step uncovers may be the work of another, such as an entity inside of quotation marks.
    private static string Clean(string text)
    {
        var clean = CleanOnce(text);
        return clean == text ? text : Clean(clean);
    }

    private static string CleanOnce(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal)) text = SpreadsheetEscape().Replace(text, Escaped);
        if (text.Contains('&') && text.Contains(';')) text = WebUtility.HtmlDecode(text);
        text = DecodeTwice(text);
        text = Compose(Visible(text));
        return Unwrap(text);
    }

    private static string Escaped(Match match) => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString();

    // UTF-8 that was read as Windows-1252 and stored as UTF-8 again: CafÃ©. A text that was not is no valid UTF-8 in that code page.
    private static string DecodeTwice(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00F4') < 0) return text;
        try
        {
            return StrictUtf8.GetString(Windows1252.GetBytes(text));
        }
        catch (ArgumentException)
        {
            // Neither encoder nor decoder can make a text of it: the text was encoded once.
            return text;
        }
    }

    // Katakana are the only letters whose narrow form is not the usual one. Their sound marks compose with them afterwards.
    private static char Wide(char c) => c is >= '\uFF65' and <= '\uFF9F' ? WideKatakana[c - '\uFF65'] : c;

    private static string Visible(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var raw in text)
        {
            var c = Wide(HeaderName.Narrow(raw));
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Format:
                case var _ when c is >= '\uFE00' and <= '\uFE0F' or '\u034F' or '\u115F' or '\u1160':
                    continue;
                case UnicodeCategory.SpaceSeparator:
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                case var _ when c is '\t' or '\r' or '\n' || Blanks.Contains(c):
                    if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
                    continue;
                default:
                    kept.Append(c);
                    continue;
            }
        }

        return kept.ToString().TrimEnd();
    }

    // The runtime composes nothing where it runs without ICU. Marks stand above the Latin letters in Unicode.
    private static string Compose(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') < 0 || !IsWellFormed(text) ? text : ENSNormalize.NF.NFC(text);

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) return false;
        }

        return true;
    }

    // ="0107" and '0107 are how people keep a spreadsheet from taking zeros away.
    private static string Unwrap(string text)
    {
        if (text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && IsQuoted(text.AsSpan(1))) text = text[1..];
        while (text.Length > 2 && IsQuoted(text)) text = text[1..^1].Trim();
        return text.Length > 1 && text[0] is '\'' or '\u2018' or '\u2019' && text.AsSpan(1).IndexOfAny('\'', '\u2019') < 0
            ? text[1..].TrimStart()
            : text;
    }

    // One quotation, not several that a formula puts together.
    private static bool IsQuoted(ReadOnlySpan<char> text) => (text[0], text[^1]) switch
    {
        ('"', '"') => IsOnce(text[1..^1], '"'),
        ('\'', '\'') => IsOnce(text[1..^1], '\''),
        ('\u201C', '\u201D') => true,
        _ => false,
    };

    private static bool IsOnce(ReadOnlySpan<char> inside, char quote) =>
        inside.IndexOf(quote) < 0 || (inside.Length > 2 && inside[0] == quote && inside[^1] == quote && IsOnce(inside[1..^1], quote));

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex SpreadsheetEscape();
}
