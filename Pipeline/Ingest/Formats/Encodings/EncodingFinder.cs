using System.Text;
using UtfUnknown;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>
/// Finds the encoding of a text: a byte order mark, UTF-16 and UTF-32 by their zero bytes, UTF-8 by its grammar (a few broken characters
/// among many good ones leave it UTF-8), and the others by the plausibility of what they give, with a detector as one voice among them.
/// Two that come close and give different texts leave the encoding open: what can't be known is asked for.
/// </summary>
internal static class EncodingFinder
{
    /// <summary>Good characters for each bad one from which a text is damaged UTF-8.</summary>
    private const double GoodPerBad = 2;

    /// <summary>Good characters for each bad one from which a text is UTF-8 in part.</summary>
    private const double PartPerBad = 0.34;

    /// <summary>Points that the voice of the detector adds at full confidence.</summary>
    private const double Voice = 0.35;

    /// <summary>Points by which the best has to lead.</summary>
    private const double Margin = 0.06;

    /// <summary>Points below which nothing is plausible.</summary>
    private const double Floor = 0.2;

    /// <summary>Points by which the best has to lead where both have one byte a character, over the characters that differ.</summary>
    private const double LetterMargin = 0.15;

    /// <summary>Points within which two encodings are compared letter by letter.</summary>
    private const double Near = 0.6;

    /// <summary>Bytes for each zero byte below which a text is none.</summary>
    private const int MostZeros = 1_000;

    private static readonly byte[] JapaneseEscape = [0x1B, (byte)'$', (byte)'B'];
    private static readonly byte[] OldJapaneseEscape = [0x1B, (byte)'$', (byte)'@'];
    private static readonly byte[] KoreanEscape = [0x1B, (byte)'$', (byte)')', (byte)'C'];

    /// <summary>Finds the encoding.</summary>
    /// <param name="sample">The beginning of the text.</param>
    /// <param name="evidence">What all of it says.</param>
    public static EncodingVerdict Find(ReadOnlySpan<byte> sample, TextEvidence evidence)
    {
        var utf8 = evidence.Utf8;
        if (ByteOrder.Marked(sample) is { } marked) return new EncodingVerdict(marked, HasBroken: marked == Encoding.UTF8 && utf8.Bad > 0);
        if (ByteOrder.Unmarked(sample) is { } unmarked) return new EncodingVerdict(unmarked, unmarked.WebName.ToUpperInvariant());
        if (sample.Count((byte)0) > 1 + (sample.Length / MostZeros))
            return new EncodingVerdict(null, Doubt: new EncodingDoubt(EncodingDoubtKind.Binary, []));
        if (Escaped(sample) is { } escaped) return escaped;
        if (utf8.Bad == 0) return new EncodingVerdict(Encoding.UTF8);
        if (utf8.Good >= GoodPerBad * utf8.Bad) return new EncodingVerdict(Encoding.UTF8, HasBroken: true);
        return utf8.Good >= PartPerBad * utf8.Bad && utf8.Good > 3
            ? Mixed(evidence.Lines)
            : Legacy(evidence.Lines);
    }

    // Part of the text reads as UTF-8: only an encoding that explains all of it much better is believed.
    private static EncodingVerdict Mixed(ReadOnlySpan<byte> lines)
    {
        var verdict = Legacy(lines);
        return verdict.Name is "GB18030" or "Big5" or "EUC-KR" or "EUC-JP" or "Shift_JIS"
            ? verdict
            : new EncodingVerdict(null, Doubt: new EncodingDoubt(EncodingDoubtKind.Mixed, []));
    }

    private static EncodingVerdict? Escaped(ReadOnlySpan<byte> sample)
    {
        if (!sample.Contains((byte)0x1B)) return null;
        if (sample.IndexOf(JapaneseEscape) >= 0 || sample.IndexOf(OldJapaneseEscape) >= 0) return Of("ISO-2022-JP", 50220);
        return sample.IndexOf(KoreanEscape) >= 0 ? Of("ISO-2022-KR", 50225) : null;

        static EncodingVerdict Of(string name, int codePage) => new(CodePagesEncodingProvider.Instance.GetEncoding(codePage), name);
    }

    private static EncodingVerdict Legacy(ReadOnlySpan<byte> lines)
    {
        var bytes = lines.ToArray();
        var voices = CharsetDetector.DetectFromBytes(bytes).Details ?? [];
        var candidates = new List<Candidate>();
        foreach (var encoding in LegacyEncoding.All)
        {
            if (Decode(bytes, encoding) is not { } text) continue;
            var voice = voices.Where(
                one => string.Equals(one.EncodingName, encoding.Voice ?? encoding.Name, StringComparison.OrdinalIgnoreCase)
                || (one.EncodingName is { } name && IsKin(name, encoding.Name))).Select(one => one.Confidence).DefaultIfEmpty(0).Max();
            candidates.Add(new Candidate(encoding, text, Plausibility.Of(text, encoding.Script) + encoding.Prior + (Voice * voice)));
        }

        candidates.Sort((a, b) => b.Score.CompareTo(a.Score));
        if (candidates.Count == 0 || candidates[0].Score < Floor)
            return new EncodingVerdict(null, Doubt: new EncodingDoubt(EncodingDoubtKind.None, []));
        var best = candidates[0];
        var near = candidates.Where(one => one.Score > best.Score - Near && one.Text != best.Text).ToArray();
        foreach (var rival in near)
        {
            if (Lead(best, rival) < 0) best = rival;
        }

        var rivals = near.Append(candidates[0]).Where(rival => rival.Text != best.Text && Lead(best, rival) < 1).ToArray();
        return rivals.Length > 0
            ? new EncodingVerdict(
                null,
                Doubt: new EncodingDoubt(EncodingDoubtKind.Several, [best.Encoding.Name, .. rivals.Select(rival => rival.Encoding.Name)]))
            : new EncodingVerdict(best.Encoding.Lenient, best.Encoding.Name, HasBroken: best.Text.Contains('\uFFFD'));
    }

    // Whether two texts differ in few of the characters outside ASCII.
    private static bool AreKin(string one, string other)
    {
        if (one.Length != other.Length) return false;
        var (outside, different) = (0, 0);
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] >= '\u0080') outside++;
            if (one[i] != other[i]) different++;
        }

        return 2 * different <= outside;
    }

    // How clearly one is better than another: 1 for clearly, below 0 where it is worse.
    private static double Lead(Candidate one, Candidate other)
    {
        if (!AreKin(one.Text, other.Text)) return (one.Score - other.Score) / Margin;
        var difference = Plausibility.WhereDifferent(one.Text, other.Text, one.Encoding.Script) + one.Encoding.Prior
            - Plausibility.WhereDifferent(other.Text, one.Text, other.Encoding.Script) - other.Encoding.Prior;
        return difference / LetterMargin;
    }

    // A character that the sample cuts, and a few damaged ones, are no objection.
    private static string? Decode(byte[] bytes, LegacyEncoding encoding)
    {
        var text = encoding.Lenient.GetString(bytes);
        var broken = text.AsSpan().Count('\uFFFD');
        if (broken == 0) return text;
        var outside = text.Count(c => c >= '\u0080');
        return broken <= 1 + (outside / 200) && outside > 4 * broken ? text : null;
    }

    private static bool IsKin(string voice, string name) => (voice.ToUpperInvariant(), name) switch
    {
        ("GB2312" or "GBK", "GB18030") => true,
        ("CP949" or "KS_C_5601-1987" or "UHC", "EUC-KR") => true,
        ("ISO-8859-1", "Windows-1252") => true,
        ("ISO-8859-9", "Windows-1254") => true,
        ("ISO-8859-8", "Windows-1255") => true,
        _ => false,
    };

    private sealed record Candidate(LegacyEncoding Encoding, string Text, double Score);
}
