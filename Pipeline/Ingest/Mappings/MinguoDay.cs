using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Dates whose years count from 1911, with years of two or three digits: <c>98/12/31</c>, <c>114.3.7</c>, <c>991231</c>.</summary>
internal static partial class MinguoDay
{
    public const int YearZero = 1911;

    private const int LongestText = 32;

    /// <summary>Writes such a date in the Gregorian calendar; a time of day stays.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out string day)
    {
        day = "";
        if (text.Length > LongestText || Dates().Match(text.ToString()) is not { Success: true } match) return false;
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) + YearZero;
        day = string.Create(
            CultureInfo.InvariantCulture,
            $"{year:0000}-{match.Groups["m"].ValueSpan}-{match.Groups["d"].ValueSpan}{match.Groups["rest"].ValueSpan}");
        return true;
    }

    [GeneratedRegex(
        """
        ^(?:民[國国]\s?)?
        (?: (?<y>[0-9]{2,3})\s?[-/.年]\s?(?<m>[0-9]{1,2})\s?[-/.月]\s?(?<d>[0-9]{1,2})[日号號]?
          | (?<y>[0-9]{2,3})(?<m>[0-9]{2})(?<d>[0-9]{2}) )
        (?<rest>\s.*)?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();
}
