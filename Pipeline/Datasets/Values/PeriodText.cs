using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>
/// Texts that name a week, a month, a quarter or a year: <c>2025-03</c>, <c>2025年3月</c>, <c>114年3月</c>, <c>Sep-25</c>, <c>2025Q3</c>,
/// <c>2025-W36</c>, <c>11503</c>.
/// </summary>
internal static partial class PeriodText
{
    private const int LongestText = 24;

    public static bool Is(ReadOnlySpan<char> text) => text.Length is >= 4 and <= LongestText && Periods().IsMatch(text);

    [GeneratedRegex(
        """
        ^(?:民[國国]\ ?)?(?:
            [0-9]{4}\ ?年?
          | (?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])
          | 1[0-4][0-9](?:0[1-9]|1[0-2])
          | [0-9]{4}\ ?[-/.]\ ?(?:0?[1-9]|1[0-2])
          | (?:0?[1-9]|1[0-2])\ ?[-/.]\ ?[0-9]{4}
          | [0-9]{3,4}\ ?年\ ?(?:[0-9]{1,2}\ ?月份?|第?[1-4一二三四]\ ?季度?)
          | [0-9]{4}[-\ /]?Q[1-4] | Q[1-4][-\ /]?[0-9]{4} | [1-4]Q[-\ /]?(?:[0-9]{2}|[0-9]{4})
          | [0-9]{4}[-\ ]?W(?:0?[1-9]|[1-4][0-9]|5[0-3])
          | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[-\ /]?'?(?:[0-9]{2}|[0-9]{4})
          | (?:[0-9]{2}|[0-9]{4})[-\ /](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*
        )$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Periods();
}
