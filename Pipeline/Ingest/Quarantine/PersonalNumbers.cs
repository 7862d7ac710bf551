using System.Text;
using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Ingest.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Quarantine;

/// <summary>
/// Takes e-mail addresses, identity card numbers, bank card numbers and telephone numbers out of comments, also where the digits are
/// full-width or spaced. Errs on the side of taking out: a long number in a comment is never needed for a forecast.
/// </summary>
internal static partial class PersonalNumbers
{
    /// <summary>The text with each personal number replaced by a word in brackets.</summary>
    public static string Strip(string text)
    {
        if (text.Length < 5 || !(text.Contains('@') || text.Contains('＠') || text.Any(char.IsDigit))) return text;
        // Matching runs on the narrow form, which has the same length; the rest of the text stays as it was.
        var narrow = string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = HeaderName.Narrow(source[i]);
        });
        var result = new StringBuilder();
        var from = 0;
        foreach (Match match in Personal().Matches(narrow))
        {
            result.Append(text, from, match.Index - from).Append(Word(match));
            from = match.Index + match.Length;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static string Word(Match match) =>
        match.Groups["mail"].Success ? "[e-mail]" : match.Groups["id"].Success ? "[id]" : match.Groups["card"].Success ? "[card]" : "[phone]";

    // Between digits a single space, hyphen or dot may stand. Order matters: longer kinds first.
    [GeneratedRegex(
        """
        (?<mail>[A-Za-z0-9._%+\-]+\ ?@\ ?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)
        |(?<![0-9])(?:
            (?<id>[1-9](?:[\ \-.]?[0-9]){16}[\ \-.]?[0-9Xx](?![0-9]))
          | (?<card>[1-9](?:[\ \-.]?[0-9]){15,18}(?![0-9]))
          | (?<id>[1-9](?:[\ \-.]?[0-9]){14}(?![0-9]))
          | (?<phone>(?:(?:\+|00)[\ ]?[1-9](?:[\ \-.()]{0,2}[0-9]){7,14}
              | (?:86[\ \-]?)?1[3-9](?:[\ \-.]?[0-9]){9}
              | \(?0[1-9][0-9]{1,2}\)?[\ \-]?[2-9][0-9]{2,3}[\ \-]?[0-9]{4}
              | [48]00[\ \-]?[0-9]{3,4}[\ \-]?[0-9]{3,4}
              | [2-9][0-9]{2,3}-?[0-9]{4})(?![0-9]))
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Personal();
}
