using System.Globalization;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// What a number format shows of a day and a time. A serial is rounded to the second, as the spreadsheet program shows it: 46087.99999999
/// is the day that begins.
/// </summary>
internal sealed class DatePattern
{
    private const int SecondsOfDay = 86_400;
    private const int LastDay = 2_958_465;
    private const int FirstOfMarch1900 = 61;

    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly string? _day;
    private readonly bool _hasTime;
    private readonly bool _isSpan;

    private DatePattern(string? day, bool hasTime, bool isSpan) => (_day, _hasTime, _isSpan) = (day, hasTime, isSpan);

    /// <summary>Null where no token is one of a date.</summary>
    public static DatePattern? Of(IReadOnlyList<(char Kind, string Text)> tokens)
    {
        var letters = tokens.Select(token => token.Kind)
            .Where(kind => FormatTokens.Dates.Contains(kind, StringComparison.Ordinal)).ToArray();
        if (letters.Length == 0) return null;
        var isSpan = letters.Any(char.IsUpper);
        var hasTime = isSpan || letters.Any(letter => letter is 'h' or 's');
        var isMonth = false;
        for (var i = 0; i < letters.Length; i++)
        {
            // An m beside hours or seconds is of minutes.
            var isMinute = (i > 0 && letters[i - 1] is 'h' or 'H') || (i + 1 < letters.Length && letters[i + 1] == 's')
                || (hasTime && i > 0 && letters[i - 1] == 'a');
            isMonth |= letters[i] == 'm' && !isMinute;
        }

        return new DatePattern(Day(letters.Contains('y'), isMonth, letters.Any(letter => letter is 'd' or 'w')), hasTime, isSpan);
    }

    /// <summary>A day in ISO form, whatever its order on the sheet; null of a number that is no day.</summary>
    public string? Show(double serial)
    {
        if (!double.IsFinite(serial) || Math.Abs(serial) > LastDay + 1) return null;
        var seconds = (long)Math.Round(serial * SecondsOfDay, MidpointRounding.AwayFromZero);
        if (_isSpan) return Span(seconds);
        var (day, time) = Math.DivRem(seconds, SecondsOfDay);
        if (seconds < 0 || day > LastDay) return null;
        if (_day is null) return Clock(time);
        // The day before 1 March 1900 never was, though spreadsheet programs show it; those before it are counted one short.
        if (day == FirstOfMarch1900 - 1) return "1900-02-29";
        var moment = Epoch.AddDays(day < FirstOfMarch1900 ? day + 1 : day);
        var text = moment.ToString(_day, CultureInfo.InvariantCulture);
        return _hasTime && time > 0 ? $"{text} {Clock(time)}" : text;
    }

    // A format without a year still has a whole date in its cell; one without a day shows a month.
    private static string? Day(bool hasYear, bool hasMonth, bool hasDay) => (hasYear, hasMonth, hasDay) switch
    {
        (false, false, false) => null,
        (true, true, false) => "yyyy-MM",
        (true, false, false) => "yyyy",
        _ => "yyyy-MM-dd",
    };

    private static string Clock(long seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);

    private static string Span(long seconds) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(seconds < 0 ? "-" : "")}{Math.Abs(seconds) / 3600}:{Math.Abs(seconds) / 60 % 60:00}:{Math.Abs(seconds) % 60:00}");
}
