using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>
/// Days: <c>2025-03-07</c>, <c>2025/3/7</c>, <c>2025.3.7</c>, <c>20250307</c>, <c>2025年3月7日</c>, <c>114年3月7日</c>, <c>7.3.2025</c>,
/// <c>3/7/2025</c> (in the order of the column), <c>7 Mar 2025</c>, <c>March 7, 2025</c>, an Excel serial, each with or without a time of
/// day, whose day counts as written.
/// </summary>
internal static class DayParser
{
    private const int MostCharacters = 48;
    private const int MinguoYear = 1911;

    private static readonly DateOnly ExcelEpoch = new(1899, 12, 30);

    // Serials from 1990: of five digits before, most are codes or years and months of the Minguo calendar (11503).
    private const double FirstSerial = 32_874;
    private const double LastSerial = 99_999;

    /// <summary>Reads a day.</summary>
    /// <param name="text">A trimmed text.</param>
    /// <param name="order">Order of the column.</param>
    /// <param name="forms">What the reading rests on, of a day and of a doubtful one.</param>
    public static DayReading Read(ReadOnlySpan<char> text, DayOrder order, out DateOnly day, out DayForms forms)
    {
        var reading = ReadMoment(text, order, out var moment, out forms);
        day = DateOnly.FromDateTime(moment);
        return reading;
    }

    /// <summary>Reads a day with its time of day, as written; midnight where none is written.</summary>
    /// <inheritdoc cref="Read"/>
    public static DayReading ReadMoment(ReadOnlySpan<char> text, DayOrder order, out DateTime moment, out DayForms forms)
    {
        (moment, forms) = (default, DayForms.None);
        if (text.Length is 0 or > MostCharacters) return DayReading.None;
        Span<char> narrow = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++) narrow[i] = HeaderName.Narrow(text[i]);

        var scanner = new DayScanner(narrow);
        scanner.SkipWeekday();
        var (date, reading) = ReadDate(ref scanner, order, ref forms);
        if (reading != DayReading.None && !EndsWell(ref scanner, ref forms)) reading = DayReading.None;
        if (reading == DayReading.None) return PeriodText.Is(narrow) ? DayReading.Period : DayReading.None;
        moment = date.ToDateTime(TimeOnly.MinValue) + (forms.HasFlag(DayForms.Serial) ? TimeOfSerial(narrow) : scanner.TimeOfDay);
        return reading;
    }

    // The part of a day behind the point of a serial, to the second: a spreadsheet stores no whole seconds.
    private static TimeSpan TimeOfSerial(ReadOnlySpan<char> text)
    {
        NumberParser.Read(text, NumberStyle.Point, out var serial);
        return TimeSpan.FromSeconds(Math.Min(86_399, Math.Round((serial - Math.Floor(serial)) * 86_400)));
    }

    private static bool EndsWell(ref DayScanner scanner, ref DayForms forms)
    {
        if (!scanner.TryTimeOfDay(out var hasOffset)) return false;
        if (hasOffset) forms |= DayForms.Offset;
        return true;
    }

    private static (DateOnly Day, DayReading Reading) ReadDate(ref DayScanner scanner, DayOrder order, ref DayForms forms)
    {
        if (scanner.TryMinguoMark()) return YearFirst(ref scanner, ref forms, isMinguo: true);
        return scanner.CountDigits() switch
        {
            8 => Compact(ref scanner),
            7 => MinguoCompact(ref scanner, ref forms),
            4 when scanner.Rest.Length > 4 => YearFirst(ref scanner, ref forms, isMinguo: false),
            3 when scanner.Rest.Length > 3 => YearFirst(ref scanner, ref forms, isMinguo: true),
            1 or 2 when scanner.Rest.Length > 2 => YearLast(ref scanner, order, ref forms),
            0 => MonthName(ref scanner),
            _ => Serial(ref scanner, ref forms),
        };
    }

    private static (DateOnly Day, DayReading Reading) YearFirst(ref DayScanner scanner, ref DayForms forms, bool isMinguo)
    {
        if (!scanner.TryNumber(isMinguo ? 3 : 4, out var year)) return (default, DayReading.None);
        var separator = scanner.Take();
        if (separator is not ('-' or '/' or '.' or '年')) return (default, DayReading.None);
        if (!scanner.TryNumber(2, out var month) || !scanner.TryTake(separator == '年' ? '月' : separator)) return (default, DayReading.None);
        if (!scanner.TryNumber(2, out var number)) return (default, DayReading.None);
        if (separator == '年' && !scanner.TryTake('日') && !scanner.TryTake('号')) return (default, DayReading.None);
        if (isMinguo) forms |= DayForms.Minguo;
        return Make(isMinguo ? year + MinguoYear : year, month, number);
    }

    private static (DateOnly Day, DayReading Reading) Compact(ref DayScanner scanner)
    {
        scanner.TryNumber(4, out var year);
        scanner.TryNumber(2, out var month);
        scanner.TryNumber(2, out var number);
        return Make(year, month, number);
    }

    private static (DateOnly Day, DayReading Reading) MinguoCompact(ref DayScanner scanner, ref DayForms forms)
    {
        scanner.TryNumber(3, out var year);
        scanner.TryNumber(2, out var month);
        scanner.TryNumber(2, out var number);
        forms |= DayForms.Minguo;
        return Make(year + MinguoYear, month, number);
    }

    private static (DateOnly Day, DayReading Reading) YearLast(ref DayScanner scanner, DayOrder order, ref DayForms forms)
    {
        scanner.TryNumber(2, out var first);
        if (scanner.Rest is ['.', >= '0' and <= '9', ..] or ['/', ..] or ['-', >= '0' and <= '9', ..])
        {
            var separator = scanner.Take();
            if (!scanner.TryNumber(2, out var second) || !scanner.TryTake(separator)) return (default, DayReading.None);
            return scanner.CountDigits() == 4 && scanner.TryNumber(4, out var year) ? InOrder(
                first, second, year, order, ref forms) : (default, DayReading.None);
        }

        scanner.SkipSeparators();
        if (!scanner.TryMonthName(out var month)) return (default, DayReading.None);
        scanner.SkipSeparators();
        return TryYear(ref scanner, out var named) ? Make(named, month, first) : (default, DayReading.None);
    }

    private static (DateOnly Day, DayReading Reading) InOrder(int first, int second, int year, DayOrder order, ref DayForms forms)
    {
        var asDay = Make(year, second, first);
        var asMonth = Make(year, first, second);
        if (asDay == asMonth) return asDay;
        if (asMonth.Reading != DayReading.Day)
        {
            forms |= DayForms.DayFirst;
            return order == DayOrder.MonthFirst ? (default, DayReading.None) : asDay;
        }

        if (asDay.Reading != DayReading.Day)
        {
            forms |= DayForms.MonthFirst;
            return order == DayOrder.DayFirst ? (default, DayReading.None) : asMonth;
        }

        forms |= DayForms.EitherOrder;
        return order switch
        {
            DayOrder.DayFirst => asDay,
            DayOrder.MonthFirst => asMonth,
            _ => (default, DayReading.Doubtful),
        };
    }

    private static (DateOnly Day, DayReading Reading) MonthName(ref DayScanner scanner)
    {
        if (!scanner.TryMonthName(out var month)) return (default, DayReading.None);
        scanner.SkipSeparators();
        if (!scanner.TryNumber(2, out var number) || scanner.CountDigits() > 0) return (default, DayReading.None);
        scanner.SkipOrdinal();
        scanner.SkipSeparators();
        return TryYear(ref scanner, out var year) ? Make(year, month, number) : (default, DayReading.None);
    }

    // Beside a month's name two digits after the day can only be a year.
    private static bool TryYear(ref DayScanner scanner, out int year)
    {
        var digits = scanner.CountDigits();
        if (!scanner.TryNumber(4, out year) || digits is not (2 or 4)) return false;
        if (digits == 2) year += 2000;
        return true;
    }

    private static (DateOnly Day, DayReading Reading) Serial(ref DayScanner scanner, ref DayForms forms)
    {
        var text = scanner.Rest;
        if (NumberParser.ShapeOf(text) is not (NumberShape.Neutral or NumberShape.Point or NumberShape.EitherPoint)
            || text.ContainsAny(',', ' ')
            || NumberParser.Read(text, NumberStyle.Point, out var serial) != NumberReading.Number
            || serial is < FirstSerial or >= LastSerial + 1)
        {
            return (default, DayReading.None);
        }

        scanner.SkipAll();
        forms |= DayForms.Serial;
        return (ExcelEpoch.AddDays((int)serial), DayReading.Day);
    }

    private static (DateOnly Day, DayReading Reading) Make(int year, int month, int number) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && number >= 1 && number <= DateTime.DaysInMonth(year, month)
            ? (new DateOnly(year, month, number), DayReading.Day)
            : (default, DayReading.None);
}
