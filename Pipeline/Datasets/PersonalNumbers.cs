using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>
/// Removes e-mail addresses, identity card numbers, bank card numbers and telephone numbers from comments, also with full-width or spaced
/// digits. In doubt the number is removed: forecasts never need a long number in a comment.
/// </summary>
internal static partial class PersonalNumbers
{
    // One separator is allowed between two digits, up to three between groups of three or more. Digits in smaller groups further apart
    // are dates and hours.
    private const string Gap = @"(?:[\ \-._]?|(?<=[0-9]{3})[\ \-._]{2,3}(?=[0-9]{3}))";

    /// <summary>The text with each personal number replaced by a word in brackets.</summary>
    public static string Strip(string text)
    {
        if (text.Length < 5 || !(text.Contains('@') || text.Contains('＠') || text.Any(char.IsDigit))) return text;
        // Matching uses the narrow form, which has the same length; the rest of the text stays unchanged.
        var narrow = string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = Plain(source[i]);
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
        match.Groups["mail"].Success ? "[e-mail]"
        : match.Groups["id"].Success ? "[id]"
        : match.Groups["card"].Success ? "[card]"
        : "[phone]";

    // Separators between digits, reduced to four: a space, a dot, a hyphen, and _ for dashes that also stand in ranges.
    private static char Plain(char c) => HeaderName.Narrow(c) switch
    {
        '·' or '•' or '・' => '.',
        var narrow when narrow < 0x80 => narrow,
        var narrow => char.GetUnicodeCategory(narrow) switch
        {
            UnicodeCategory.SpaceSeparator or UnicodeCategory.Format => ' ',
            UnicodeCategory.DashPunctuation => '_',
            _ => narrow,
        },
    };

    // No number starts with a date. Slashes and line breaks occur only in the usual form of a mobile number, and dashes other than the
    // hyphen in no short number (2024—2025): they usually separate numbers. The order matters: longer kinds first.
    [GeneratedRegex(
        $$"""
        (?<mail>(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]+\ ?@\ ?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)
        |(?<![0-9])(?!(?:19|20)[0-9]{2}(?<mark>[\-./_])[0-9]{1,2}\k<mark>[0-9]{1,2}(?![0-9]))(?:
            (?<card>[0-9]{20,})
          | (?<id>[1-9](?:{{Gap}}[0-9]){16}{{Gap}}[0-9Xx](?![0-9]))
          | (?<card>[1-9](?:{{Gap}}[0-9]){15,18}(?![0-9]))
          | (?<id>[1-9](?:{{Gap}}[0-9]){14}(?![0-9]))
          | (?<phone>(?:(?:\+|00)[\ ]?[1-9](?:[\ \-._()]{0,2}[0-9]){7,14}
              | (?:(?:86|0)[\ \-_]?)?1[3-9](?:{{Gap}}[0-9]){9}
              | 1[3-9][0-9][/\t\r\n]{1,2}[0-9]{4}[/\t\r\n]{1,2}[0-9]{4}
              | \(?0[1-9][0-9]{1,2}\)?[\ \-_]{0,3}[2-9][0-9]{2,3}[\ \-_]?[0-9]{4}
              | [48]00[\ \-]?[0-9]{3,4}[\ \-]?[0-9]{3,4}
              | [2-9][0-9]{2,3}-?[0-9]{4})(?![0-9]))
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Personal();
}
