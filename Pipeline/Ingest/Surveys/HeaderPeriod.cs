using System.Text;
using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Pipeline.Ingest.Surveys;

/// <summary>The time that a header names: <c>visits Mar 2025</c> is <c>Mar 2025</c> after <c>visits</c>.</summary>
/// <param name="Text">The words of the header that name the time.</param>
internal sealed partial record HeaderPeriod(HeaderPeriodKind Kind, string Before, string Text, string After)
{
    private const string Months =
        "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
        + "|dec(?:ember)?)";

    // The most particular first: a date has a month in it, and a month has a year.
    private static readonly (HeaderPeriodKind Kind, Regex Pattern)[] Patterns =
    [
        (HeaderPeriodKind.Day, Day()),
        (HeaderPeriodKind.Week, Week()),
        (HeaderPeriodKind.Quarter, Quarter()),
        (HeaderPeriodKind.Month, Month()),
        (HeaderPeriodKind.MonthOfYear, MonthOfYear()),
        (HeaderPeriodKind.DayOfMonth, DayOfMonth()),
        (HeaderPeriodKind.Year, Year()),
    ];

    /// <summary>Whether the time is a date that is the first of a month, in whatever order.</summary>
    public bool IsFirstOfMonth => Kind == HeaderPeriodKind.Day && FirstOfMonth().IsMatch(Text);

    /// <summary>The time that a header names; null where it names none.</summary>
    public static HeaderPeriod? Of(string header)
    {
        header = header.Trim();
        foreach (var (kind, pattern) in Patterns)
        {
            if (pattern.Match(header) is { Success: true } match)
                return new HeaderPeriod(kind, header[..match.Index], match.Value, header[(match.Index + match.Length)..]);
        }

        return PeriodName.Is(header.Normalize(NormalizationForm.FormKC)) ? new HeaderPeriod(HeaderPeriodKind.Unread, "", header, "") : null;
    }

    [GeneratedRegex(
        """
        (?<![0-9])(?:
            (?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}
          | (?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}[日号號]
          | [0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)[0-9]{2}
          | (?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])
        )(?![0-9])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9]{2}[- ]?W[0-9]{1,2}(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Week();

    [GeneratedRegex(
        """
        (?<![0-9a-z])(?:
            (?:19|20)[0-9]{2}[-/\ ]?Q[1-4]
          | Q[1-4][-/\ ]?(?:19|20)[0-9]{2}
          | [1-4]Q[-/\ ]?(?:19|20)[0-9]{2}
          | (?:(?:19|20)[0-9]{2}|1[0-9]{2})年第?[1-4]季度?
        )(?![0-9])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(
        $$"""
        (?<![0-9])(?:
            (?:19|20)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])
          | (?:(?:19|20)[0-9]{2}|1[0-9]{2})年(?:0?[1-9]|1[0-2])月份?
          | (?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])
          | (?:0?[1-9]|1[0-2])[-/.](?:19|20)[0-9]{2}
          | (?<![a-z]){{Months}}\.?[-/\ ]?'?(?:(?:19|20)[0-9]{2}|[0-9]{2})
          | (?:19|20)[0-9]{2}[-/\ ]{{Months}}(?![a-z])
        )(?![0-9])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(
        $"(?<![0-9])(?:0?[1-9]|1[0-2])月份?|(?<![a-z]){Months}(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthOfYear();

    [GeneratedRegex("^(?:0?[1-9]|[12][0-9]|3[01])[日号號]?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(
        "^(?:[0-9]{4}[-/.年][0-9]{1,2}[-/.月]0?1[日号號]?|[0-9]{6}01|0?1[-/.][0-9]{1,2}[-/.][0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstOfMonth();
}
