using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>Ids of rows, which are compared as they are written.</summary>
internal static partial class IdText
{
    /// <summary>
    /// Whether a spreadsheet took the text for a number and rounded it: <c>1.10105E+17</c> stands for a thousand million ids.
    /// </summary>
    public static bool IsRounded(ReadOnlySpan<char> text) => text.ContainsAny('E', 'e') && Rounded().IsMatch(text);

    /// <summary>Whether a text stands where an id is missing: zeros, crosses, no letter or digit at all, <c>unknown</c>.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> text) =>
        text.IndexOfAnyInRange('1', '9') < 0 && (IsFiller(text) || PlaceholderWords.ContainsOrHasNoText(text.ToString()));

    private static bool IsFiller(ReadOnlySpan<char> text)
    {
        var filler = '\0';
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            if (c is not ('0' or 'x' or 'X') || (filler != '\0' && filler != c)) return false;
            filler = c;
        }

        return true;
    }

    [GeneratedRegex(
        @"^[0-9](?:[.,][0-9]+E\+?|E\+)[0-9]{2,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rounded();
}
