using System.Text;
using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Ingest.Surveys;

/// <summary>A regular expression that texts of one form match, in the words of a mapping.</summary>
internal static partial class HeaderPattern
{
    private const int LongestWord = 9;

    /// <summary>
    /// The form of texts: <c>Jan 2025</c> and <c>Feb 2025</c> are <c>[A-Za-z]{3} [0-9]{4}</c>; a choice of the texts where they differ in
    /// form.
    /// </summary>
    public static string Of(IReadOnlyList<string> texts)
    {
        var pieces = texts.Select(text => Pieces().Matches(text).Select(match => match.Value).ToArray()).ToList();
        var first = pieces[0];
        var isOneForm = pieces.TrueForAll(
            other => other.Length == first.Length && other.Zip(first).All(pair => IsOneForm(pair.First, pair.Second)));
        if (!isOneForm) return ChoiceOf(texts);
        return string.Concat(Enumerable.Range(0, first.Length).Select(place => FormOf([.. pieces.Select(text => text[place])])));
    }

    /// <summary>A choice of texts as they are.</summary>
    public static string ChoiceOf(IEnumerable<string> texts) => string.Join('|', texts.Distinct().Select(text => Escape(text)));

    /// <summary>A text that stands for itself.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (@"\*+?|{}[]()^$.".Contains(c)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static bool IsOneForm(string one, string other) =>
        (char.IsAsciiDigit(one[0]) && char.IsAsciiDigit(other[0]))
        || (char.IsAsciiLetter(one[0]) && char.IsAsciiLetter(other[0]) && Math.Max(one.Length, other.Length) <= LongestWord)
        || one == other;

    private static string FormOf(IReadOnlyList<string> pieces)
    {
        var letter = pieces[0][0];
        if (!char.IsAsciiDigit(letter) && pieces.All(piece => piece == pieces[0])) return Escape(pieces[0]);
        var (fewest, most) = (pieces.Min(piece => piece.Length), pieces.Max(piece => piece.Length));
        // A year hides no month: 1月 comes with 12月, whatever the file has.
        if (char.IsAsciiDigit(letter) && most <= 2 && fewest == 1) most = 2;
        if (char.IsAsciiLetter(letter) && most > fewest) most = LongestWord;
        return (char.IsAsciiDigit(letter) ? "[0-9]" : "[A-Za-z]") + (fewest == most ? $"{{{most}}}" : $"{{{fewest},{most}}}");
    }

    [GeneratedRegex("[0-9]+|[A-Za-z]+|[^0-9A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
