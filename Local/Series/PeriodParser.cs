using System.Globalization;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Local.Series;

/// <summary>Parser of dates into numbers of periods. Tables repeat their dates, so each text is parsed only once.</summary>
internal sealed class PeriodParser(Frequency frequency)
{
    private const int MostRemembered = 100_000;

    private static readonly DateTime Epoch = new(2001, 1, 1);

    private static readonly string[] Formats =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy-M-dTH:m", "yyyy-M-d H:m", "yyyy-M-dTH:m:s", "yyyy-M-d H:m:s", "yyyy/M/d H:m", "yyyy/M/d H:m:s",
        "yyyy-M-dTH:m:s.FFFFFFF", "yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-dTH:m:sK", "yyyyMMdd", "yyyy-M", "yyyy/M", "yyyy年M月d日", "yyyy年M月",
        "yyyy",
    ];

    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>The period of a date, counted from a fixed day.</summary>
    /// <returns>
    /// False for a text that is not a date between the years 1700 and 2300, or whose day and month are ambiguous (3/4/2025).
    /// </returns>
    public bool TryParse(ReadOnlySpan<char> text, out int period)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out period)) return true;
        if (!DateTime.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)
            || date.Year is < 1700 or > 2300)
            return false;
        period = frequency.Between(Epoch, date);
        if (_known.Count < MostRemembered) known[text] = period;
        return true;
    }

    /// <summary>The start of a period.</summary>
    public DateTime StartOf(int period) => frequency.Add(frequency.Floor(Epoch), period);
}
