namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>Takes the parts of a date from the beginning of a text, whose full-width forms are narrow already.</summary>
internal ref struct DayScanner(ReadOnlySpan<char> text)
{
    private const int MonthLetters = 3;
    private const int LongestZone = 5;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] LongMonths =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly string[] LongWeekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    // After the mark of the day a time of day needs no space.
    private bool _endedByMark;

    /// <summary>What is left of the text.</summary>
    public ReadOnlySpan<char> Rest { get; private set; } = text;

    /// <summary>The time of day that <see cref="TryTimeOfDay"/> passed over, as written; midnight where there was none.</summary>
    public TimeSpan TimeOfDay { get; private set; }

    public readonly int CountDigits() => Rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var other ? other : Rest.Length;

    /// <summary>A number of at most so many digits; spaces around the number are passed over.</summary>
    public bool TryNumber(int digits, out int number)
    {
        Rest = Rest.TrimStart(' ');
        number = 0;
        var length = Math.Min(digits, CountDigits());
        foreach (var digit in Rest[..length]) number = (number * 10) + digit - '0';
        Rest = Rest[length..];
        return length > 0;
    }

    /// <summary>The next character; nothing at the end.</summary>
    public char Take()
    {
        Rest = Rest.TrimStart(' ');
        if (Rest.IsEmpty) return '\0';
        var taken = Rest[0];
        Rest = Rest[1..];
        return taken;
    }

    public bool TryTake(char wanted)
    {
        var rest = Rest.TrimStart(' ');
        if (rest.IsEmpty || rest[0] != wanted) return false;
        Rest = rest[1..];
        _endedByMark = wanted is '日' or '号';
        return true;
    }

    /// <summary>The mark of a year of the Minguo calendar, as in 民國114年.</summary>
    public bool TryMinguoMark()
    {
        if (!Rest.StartsWith("民國") && !Rest.StartsWith("民国")) return false;
        Rest = Rest[2..].TrimStart(' ');
        return true;
    }

    /// <summary>An English name of a month, whole or of three letters.</summary>
    public bool TryMonthName(out int month)
    {
        month = TakeWord(Months, LongMonths) + 1;
        return month > 0;
    }

    /// <summary>Passes over a weekday before a date, such as <c>Fri, </c>.</summary>
    public void SkipWeekday()
    {
        if (TakeWord(Weekdays, LongWeekdays) >= 0) SkipSeparators();
    }

    public void SkipSeparators() => Rest = Rest.TrimStart(" ,-/.");

    /// <summary>Passes over the ending of an ordinal number, such as <c>7th</c>.</summary>
    public void SkipOrdinal()
    {
        if (Rest.StartsWith("st") || Rest.StartsWith("nd") || Rest.StartsWith("rd") || Rest.StartsWith("th")) Rest = Rest[2..];
    }

    public void SkipAll() => Rest = default;

    /// <summary>
    /// The end of the text: nothing, or T or a space and h:mm[:ss[.fraction]] [AM or PM] [Z, the letters of a zone or +hh:mm], or a
    /// weekday. The offset is not applied: the local day is what was counted.
    /// </summary>
    public bool TryTimeOfDay(out bool hasOffset)
    {
        hasOffset = false;
        if (Rest.IsEmpty) return true;
        if (TryTrailingWeekday()) return true;
        if (Rest[0] is 'T' or 't' or ' ' or ',') Rest = Rest[1..].TrimStart(' ');
        else if (!_endedByMark) return false;
        if (TryTrailingWeekday()) return true;
        var startsAfternoon = Rest.StartsWith("下午");
        var hasHalf = TryHalf("上午", "下午");
        if (!TryNumber(2, out var hour) || hour > 23 || !TryPart(out var minute) || minute > 59) return false;
        var hasSecond = TryPart(out var second);
        if (hasSecond && second > 60) return false;
        var isAfternoon = Rest.TrimStart("0123456789. ") is ['P' or 'p', ..];
        if (Rest is ['.', ..]) Rest = Rest[1..].TrimStart("0123456789");
        Rest = Rest.TrimStart(' ');
        hasHalf |= TryHalf("AM", "PM") || TryHalf("am", "pm") || TryHalf("a.m.", "p.m.");
        if (hasHalf && hour > 12) return false;
        if (hasHalf) hour = (hour % 12) + (startsAfternoon || isAfternoon ? 12 : 0);
        TimeOfDay = new TimeSpan(hour, minute, Math.Min(second, 59));
        return TryOffset(out hasOffset);
    }

    private bool TryTrailingWeekday()
    {
        var rest = Rest.Trim(" ()（）");
        if (rest is ['星', '期', _] or ['周', _] or ['週', _]) return true;
        var word = new DayScanner(rest);
        return word.TakeWord(Weekdays, LongWeekdays) >= 0 && word.Rest.IsEmpty;
    }

    private bool TryHalf(string first, string second)
    {
        if (!Rest.StartsWith(first) && !Rest.StartsWith(second)) return false;
        Rest = Rest[first.Length..].TrimStart(' ');
        return true;
    }

    private bool TryPart(out int number)
    {
        number = 0;
        if (Rest is not [':', >= '0' and <= '9', ..]) return false;
        Rest = Rest[1..];
        return TryNumber(2, out number);
    }

    private bool TryOffset(out bool hasOffset)
    {
        hasOffset = !Rest.IsEmpty;
        if (Rest.IsEmpty || (Rest.Length <= LongestZone && Rest.IndexOfAnyExcept(Letters) < 0)) return true;
        if (Rest[0] is not ('+' or '-')) return false;
        Rest = Rest[1..];
        if (!TryNumber(2, out var offset) || offset > 15) return false;
        return Rest.IsEmpty || ((TryPart(out _) || TryNumber(2, out _)) && Rest.IsEmpty);
    }

    // The place of a word, whole or of three letters, with or without a full stop; -1 where the text begins with none.
    private int TakeWord(string[] shorts, string[] longs)
    {
        var letters = Rest.IndexOfAnyExcept(Letters) is >= 0 and var end ? end : Rest.Length;
        if (letters < MonthLetters) return -1;
        var word = Rest[..letters];
        for (var i = 0; i < shorts.Length; i++)
        {
            var isWord = word.Equals(shorts[i], StringComparison.OrdinalIgnoreCase)
                || word.Equals(longs[i], StringComparison.OrdinalIgnoreCase)
                || (
                    letters == MonthLetters + 1 && longs[i].Length > letters
                        && longs[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase));
            if (!isWord) continue;
            Rest = Rest[letters..];
            return i;
        }

        return -1;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
