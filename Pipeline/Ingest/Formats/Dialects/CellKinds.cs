using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>Tells what a value looks like.</summary>
internal static class CellKinds
{
    private const int Longest = 40;

    private static readonly SearchValues<char> OfTimes = SearchValues.Create("0123456789:.apmAPM ");

    private static readonly FrozenSet<string> Nothing = FrozenSet.ToFrozenSet(
        ["-", "--", "—", "–", ".", "..", "...", "*", "?", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "missing", "unknown", "无", "空",
            "x"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Months = FrozenSet.ToFrozenSet(
        DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames.Concat(DateTimeFormatInfo.InvariantInfo.MonthNames)
            .Where(name => name.Length > 0).Append("Sept"),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of a value.</summary>
    public static CellKind Of(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.IsEmpty) return CellKind.Empty;
        if (value.Length > Longest) return CellKind.Text;
        if (Nothing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value)) return CellKind.Empty;
        if (!value.ContainsAnyInRange('0', '9')) return CellKind.Text;
        if (IsNumber(value)) return CellKind.Number;
        if (IsTime(value)) return CellKind.Time;
        return IsDate(value) ? CellKind.Date : CellKind.Text;
    }

    /// <summary>Whether a kind singles a column out.</summary>
    public static bool IsTyped(CellKind kind) => kind is CellKind.Number or CellKind.Date or CellKind.Time;

    private static bool IsNumber(ReadOnlySpan<char> value)
    {
        value = value.Trim("$£€¥￥%<>=≤≥~ ()").Trim();
        if (value.Length > 0 && value[0] is '-' or '+' or '−') value = value[1..].TrimStart("$£€¥ ");
        if (value.IsEmpty) return false;
        var digits = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is 'e' or 'E' && digits > 0)
                return double.TryParse(value[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
            else if (c is not ('.' or ',' or '\'' or '’' or ' ' or '\u00A0' or '\u202F') || (i > 0 && !char.IsAsciiDigit(value[i - 1])))
                return false;
        }

        // Dots between three groups are a date unless the groups are thousands.
        return digits > 0 && (value.Count('.') < 2 || IsThousands(value));
    }

    private static bool IsThousands(ReadOnlySpan<char> value)
    {
        var last = value.LastIndexOf('.');
        return value.Length - last - 1 == 3 && value.IndexOf('.') <= 3 && value[..last].LastIndexOf('.') == last - 4;
    }

    private static bool IsTime(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        return colon is 1 or 2 && value.Length >= colon + 3 && char.IsAsciiDigit(value[0])
            && value.IndexOfAnyExcept(OfTimes) < 0;
    }

    private static bool IsDate(ReadOnlySpan<char> value)
    {
        Span<int> lengths = stackalloc int[8];
        var groups = 0;
        var letters = 0;
        for (var i = 0; i < value.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(value[i]))
            {
                while (i < value.Length && char.IsAsciiDigit(value[i])) i++;
                if (groups == lengths.Length || i - start > 8) return false;
                lengths[groups++] = i - start;
            }
            else if (char.IsAsciiLetter(value[i]))
            {
                while (i < value.Length && char.IsAsciiLetter(value[i])) i++;
                var word = value[start..i];
                if (Months.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) letters++;
                else if (word is not ("T" or "Z" or "AM" or "PM" or "am" or "pm" or "th" or "st" or "nd" or "rd" or "UTC" or "GMT"))
                    return false;
            }
            else if ("-/. :,年月日时分秒+".Contains(value[i]))
            {
                i++;
            }
            else
            {
                return false;
            }
        }

        if (letters == 1) return groups is >= 1 and <= 6;
        if (letters > 1) return false;
        if (value.Contains('年')) return groups is >= 2 and <= 6 && lengths[0] is >= 2 and <= 4;
        return groups is >= 3 and <= 7 && (lengths[0] == 4 || lengths[2] is 4 or 2) && lengths[1] <= 2;
    }
}
