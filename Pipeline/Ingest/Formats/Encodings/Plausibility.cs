using System.Collections.Frozen;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>
/// How much a text decoded by an encoding looks like one of its script: 1 where each character outside ASCII is a common one in a place
/// where it belongs, below 0 where words mix scripts and cases or have signs inside them.
/// </summary>
internal static class Plausibility
{
    private const int MostCharacters = 20_000;
    /// <summary>Characters outside ASCII from which a text shows the commonest letters of its language.</summary>
    private const int LongText = 30;
    private const double Foreign = -1.5;
    private const double Sign = -0.9;
    private const double Control = -3;

    /// <summary>The mean over the characters outside ASCII; 0 without any.</summary>
    public static double Of(ReadOnlySpan<char> text, Script script)
    {
        return Of(text, default, script);
    }

    /// <summary>The mean over the characters in which a text differs from another one, both of one byte a character.</summary>
    public static double WhereDifferent(ReadOnlySpan<char> text, ReadOnlySpan<char> other, Script script) => Of(text, other, script);

    private static double Of(ReadOnlySpan<char> text, ReadOnlySpan<char> other, Script script)
    {
        var languages = Alphabets.Of(script);
        var sums = new double[Math.Max(1, languages.Count)];
        var shown = new double[sums.Length];
        double common = 0;
        var (count, outside) = (0, 0);
        for (var i = 0; i < text.Length && outside < MostCharacters; i++)
        {
            var c = text[i];
            if (c < '\u0080') continue;
            // The language is told by all of the text.
            outside++;
            var differs = other.IsEmpty || other[i] != c;
            for (var language = 0; language < sums.Length; language++)
            {
                var weight = languages.Count == 0 ? Ideographs.Weigh(c, script) : Weigh(c, script, languages[language].Weights);
                sums[language] += weight;
                if (differs) shown[language] += weight;
            }

            if (!differs) continue;
            count++;
            var before = i > 0 ? text[i - 1] : ' ';
            var after = i + 1 < text.Length ? text[i + 1] : ' ';
            common += InPlace(c, before, after);
        }

        for (var language = 0; language < languages.Count; language++)
        {
            var commonest = languages[language].Commonest;
            if (outside >= LongText && commonest.Length > 0 && text.IndexOfAny(commonest) < 0) sums[language] -= 0.5 * outside;
        }

        return count == 0 ? 0 : (common + shown[Array.IndexOf(sums, sums.Max())]) / count;
    }

    // How well a character suits its neighbours, whatever it is.
    private static double InPlace(char c, char before, char after)
    {
        if (char.IsControl(c) || c is >= '\uE000' and <= '\uF8FF' or '\uFFFD') return Control;
        if ((c is '£' or '€' or '¥') && (char.IsAsciiDigit(after) || char.IsAsciiDigit(before))) return 0.6;
        if ((c is '¶' or '¤' or '¦' or '¬' or '±' or '¸' or '˛' or '˘' or '˙') && (char.IsLetter(before) || char.IsLetter(after)))
            return Sign;
        var group = GroupOf(c);
        if (!char.IsLetter(c) && group == '?')
            return char.IsLetter(before) && char.IsLetter(after) && c is not ('’' or '·' or '‑' or '–' or '´') ? Sign : 0;
        var (left, right) = (GroupOf(before), GroupOf(after));
        if (group is not ('H' or 'K' or 'G' or '?') && (char.IsAsciiDigit(before) || char.IsAsciiDigit(after))) return -0.5;
        if (group is 'H' or 'K' or 'G') return char.IsAsciiLetterLower(before) && char.IsAsciiLetterLower(after) ? Foreign : 0;
        var mixes = (left != '?' && left != group ? 1 : 0) + (right != '?' && right != group ? 1 : 0);
        if (mixes > 0) return Foreign * mixes / 2;
        // Capitals inside a word, as another code page of the same script gives.
        return char.IsUpper(c) && char.IsLower(before) ? -1 : char.IsLower(c) && char.IsUpper(before) && char.IsUpper(after) ? -0.5 : 0;
    }

    private static double Weigh(char c, Script script, FrozenDictionary<char, double> letters)
    {
        if (letters.TryGetValue(char.ToLowerInvariant(c), out var weight) || letters.TryGetValue(c, out weight))
            return char.IsUpper(c) ? 0.9 * weight : weight;
        if (char.IsLetter(c)) return script == Script.Western && c < '\u0100' ? 0 : -0.6;
        return c switch
        {
            '\u00A0' or '°' or '€' or '£' or '§' or '©' or '®' or '«' or '»' or '–' or '—' or '‘' or '’' or '“' or '”' or '„' or '…' or '·'
                or '•' or '№' or '²' or '³' or '½' => 0.2,
            _ => -0.4,
        };
    }

    // Characters that stand in one word together.
    private static char GroupOf(char c) => c switch
    {
        _ when char.IsAsciiLetter(c) => 'L',
        < '\u00C0' => c is 'ª' or 'º' ? 'L' : '?',
        '×' or '÷' => '?',
        <= '\u024F' or >= '\u1E00' and <= '\u1EFF' => 'L',
        >= '\u0370' and <= '\u03FF' => 'E',
        >= '\u0400' and <= '\u052F' => 'C',
        >= '\u0590' and <= '\u05FF' => 'B',
        >= '\u0600' and <= '\u06FF' => 'A',
        >= '\u0E00' and <= '\u0E7F' => 'T',
        >= '\u3040' and <= '\u30FF' => 'K',
        >= '\u3400' and <= '\u9FFF' => 'H',
        >= '\uAC00' and <= '\uD7A3' => 'G',
        _ => '?',
    };
}
