using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>
/// Parser of days: <c>2025-03-07</c>, <c>2025/3/7</c>, <c>2025.3.7</c>, <c>20250307</c>, <c>2025年3月7日</c>, or an Excel serial number,
/// each with or without a time of day. The day counts as written. Formats with the day or month first are rejected, because
/// <c>3/7/2025</c> has two meanings.
/// </summary>
internal static class DayParser
{
    // Serial numbers of five digits are the days from 1927-05-18 to 2173-10-13. A number of four digits is more likely a year than a day.
    private static readonly DateOnly ExcelEpoch = new(1899, 12, 30);
    private const double FirstSerial = 10_000;
    private const double LastSerial = 99_999;

    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length is 0 or > 40) return false;
        Span<char> narrow = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++) narrow[i] = HeaderName.Narrow(text[i]);

        var rest = (ReadOnlySpan<char>)narrow;
        var digits = Digits(rest);
        if (digits == 4 && rest.Length > 4) return TryParts(rest, out day);
        if (digits == 8) return TryCompact(rest, out day);
        return TrySerial(rest, out day);
    }

    private static bool TryParts(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        var (first, second) = text[4] switch
        {
            '-' => ('-', '-'),
            '/' => ('/', '/'),
            '.' => ('.', '.'),
            '年' => ('年', '月'),
            _ => ('\0', '\0'),
        };
        if (first == '\0') return false;
        var year = Number(text[..4]);
        text = text[5..].TrimStart(' ');
        if (!TryTwo(ref text, out var month) || text.IsEmpty || text[0] != second) return false;
        text = text[1..].TrimStart(' ');
        if (!TryTwo(ref text, out var number)) return false;
        if (first == '年')
        {
            text = text.TrimStart(' ');
            if (text.IsEmpty || text[0] is not ('日' or '号')) return false;
            text = text[1..];
        }

        return IsTimeOfDay(text, spaceNeeded: first != '年') && TryMake(year, month, number, out day);
    }

    private static bool TryCompact(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        return IsTimeOfDay(text[8..], spaceNeeded: true)
            && TryMake(Number(text[..4]), Number(text[4..6]), Number(text[6..8]), out day);
    }

    private static bool TrySerial(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (!NumberParser.TryParse(text, out var serial) || serial is < FirstSerial or >= LastSerial + 1 || text.Contains(','))
            return false;
        day = ExcelEpoch.AddDays((int)serial);
        return true;
    }

    private static bool TryMake(int year, int month, int number, out DateOnly day)
    {
        var real = year >= 1 && month is >= 1 and <= 12 && number >= 1 && number <= DateTime.DaysInMonth(year, month);
        day = real ? new DateOnly(year, month, number) : default;
        return real;
    }

    // Empty, or T or space and h:mm[:ss[.fraction]] [Z or +hh:mm]. The offset is not applied, because the local day was counted.
    private static bool IsTimeOfDay(ReadOnlySpan<char> text, bool spaceNeeded)
    {
        if (text.IsEmpty) return true;
        if (text[0] is 'T' or 't' or ' ') text = text[1..].TrimStart(' ');
        else if (spaceNeeded) return false;
        if (text.IsEmpty || !TryTwo(ref text, out var hour) || hour > 23 || !TryColonTwo(ref text, out var minute) || minute > 59)
            return false;
        if (TryColonTwo(ref text, out var second) && second > 60) return false;
        if (!text.IsEmpty && text[0] == '.') text = text[(1 + Digits(text[1..]))..];
        text = text.TrimStart(' ');
        if (text.IsEmpty || text is "Z" or "z") return true;
        if (text[0] is not ('+' or '-')) return false;
        text = text[1..];
        if (!TryTwo(ref text, out var offset) || offset > 15) return false;
        return text.IsEmpty || ((TryColonTwo(ref text, out _) || TryTwo(ref text, out _)) && text.IsEmpty);
    }

    private static bool TryColonTwo(ref ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length < 3 || text[0] != ':') return false;
        var rest = text[1..];
        if (!TryTwo(ref rest, out number)) return false;
        text = rest;
        return true;
    }

    private static bool TryTwo(ref ReadOnlySpan<char> text, out int number)
    {
        var digits = Math.Min(2, Digits(text));
        number = digits == 0 ? 0 : Number(text[..digits]);
        text = text[digits..];
        return digits > 0;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var other = text.IndexOfAnyExceptInRange('0', '9');
        return other < 0 ? text.Length : other;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = (number * 10) + digit - '0';
        return number;
    }
}
