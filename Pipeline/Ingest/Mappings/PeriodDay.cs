using System.Globalization;
using System.Text.RegularExpressions;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>
/// First days of weeks (<c>2025-W36</c>), months (<c>2025-03</c>, <c>Mar 2025</c>, <c>114年3月</c>) and quarters (<c>2025Q3</c>).
/// </summary>
internal static partial class PeriodDay
{
    private const int LongestText = 24;
    private const int MonthsOfQuarter = 3;
    private const int Weeks = 53;

    /// <param name="text">A trimmed text.</param>
    /// <param name="isMinguo">Whether years count from 1911; those of three digits always do.</param>
    public static bool TryRead(ReadOnlySpan<char> text, Frequency period, bool isMinguo, out DateOnly day)
    {
        day = default;
        if (text.Length is 0 or > LongestText) return false;
        var match = (period switch
        {
            Frequency.Weekly => WeekText(),
            Frequency.Monthly => YearAndMonth(),
            Frequency.Quarterly => QuarterText(),
            _ => throw new ArgumentOutOfRangeException(nameof(period)),
        }).Match(text.ToString());
        if (!match.Success || !TryYear(match.Groups["y"].ValueSpan, isMinguo, out var year)) return false;
        var part = match.Groups["p"].ValueSpan;
        return period switch
        {
            Frequency.Weekly => TryWeek(year, int.Parse(part, CultureInfo.InvariantCulture), out day),
            Frequency.Monthly when IsShort(match) && !isMinguo => false,
            Frequency.Monthly => MonthText.TryRead(part, out var month) && TryMonth(year, month, out day),
            _ => TryMonth(year, ((part[0] - '1') * MonthsOfQuarter) + 1, out day),
        };
    }

    // Two digits are a year only beside a month's name, or where years count from 1911.
    private static bool IsShort(Match match) => match.Groups["y"].Length == 2 && char.IsAsciiDigit(match.Groups["p"].ValueSpan[0]);

    private static bool TryYear(ReadOnlySpan<char> digits, bool isMinguo, out int year)
    {
        year = int.Parse(digits, CultureInfo.InvariantCulture);
        if (isMinguo || digits.Length == 3) year += MinguoDay.YearZero;
        else if (digits.Length == 2) year += 2000;
        return year is >= 1900 and <= 2200;
    }

    private static bool TryWeek(int year, int week, out DateOnly day)
    {
        day = default;
        if (week is < 1 or > Weeks || week > ISOWeek.GetWeeksInYear(year)) return false;
        day = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return true;
    }

    private static bool TryMonth(int year, int month, out DateOnly day)
    {
        day = new DateOnly(year, month, 1);
        return true;
    }

    [GeneratedRegex(
        "^(?<y>[0-9]{4})[- ]?W(?<p>[0-9]{1,2})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WeekText();

    [GeneratedRegex(
        """
        ^(?:民[國国]\s?)?(?:
            (?<y>[0-9]{2,4})\s?(?:年|[-/.])\s?(?<p>[0-9]{1,2})\s?月?份?
          | (?<y>[0-9]{4})(?<p>[0-9]{2})
          | (?<y>[0-9]{3})(?<p>[0-9]{2})
          | (?<p>[0-9]{1,2})\s?[-/.]\s?(?<y>[0-9]{4})
          | (?<p>[a-z]{3,9})\.?[-/\s]?'?(?<y>[0-9]{4}|[0-9]{2})
          | (?<y>[0-9]{4}|[0-9]{2})[-/\s](?<p>[a-z]{3,9})
        )$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(
        """
        ^(?:民[國国]\s?)?(?:
            (?<y>[0-9]{3,4})[-/\s]?Q(?<p>[1-4]) | Q(?<p>[1-4])[-/\s]?(?<y>[0-9]{4}) | (?<p>[1-4])Q[-/\s]?(?<y>[0-9]{4}|[0-9]{2})
          | (?<y>[0-9]{2,4})\s?年\s?第?(?<p>[1-4])\s?季度?
        )$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex QuarterText();
}
