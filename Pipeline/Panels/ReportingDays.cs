using System.Collections;
using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>On which days each community reported anything at all: a bit a community-day.</summary>
/// <param name="first">Day 0.</param>
/// <param name="count">Number of days.</param>
internal sealed class ReportingDays(DateOnly first, int count)
{
    private const int Week = 7;

    // A community whose last weeks look so is expected to report: of the same weekday's last 8 days it reported on 7, or of 4 to 7 on all.
    private const int Remembered = 8;
    private const int Needed = 4;

    /// <summary>After so many days without any report a community counts as closed.</summary>
    public const int SilentDays = 56;

    private readonly Dictionary<string, BitArray> _days = new(StringComparer.Ordinal);

    public DateOnly First => first;

    public int Count => count;

    public IReadOnlyCollection<string> Communities => _days.Keys;

    public void Add(string community, DateOnly day)
    {
        if (!_days.TryGetValue(community, out var days)) _days.Add(community, days = new BitArray(count));
        days[day.DayNumber - first.DayNumber] = true;
    }

    /// <summary>
    /// Index of the last complete day: the last on which at least half as many communities reported as on the median day of
    /// that weekday (of the days on which any did). Null where nothing was reported at all.
    /// </summary>
    public int? LastCompleteDay()
    {
        var reporting = new int[count];
        foreach (var days in _days.Values)
        {
            for (var day = 0; day < count; day++) reporting[day] += days[day] ? 1 : 0;
        }

        var usual = Enumerable.Range(0, Week).Select(weekday => OrderStatistics.UpperMedianOf(reporting.Where((n, day) => n > 0 && day % Week == weekday), without: 0)).ToArray();
        for (var day = count - 1; day >= 0; day--)
        {
            if (reporting[day] > 0 && 2 * reporting[day] >= usual[day % Week]) return day;
        }

        return null;
    }

    /// <summary>Days up to <paramref name="origin"/> on which any community reported.</summary>
    public int DaysWithReports(int origin) => Enumerable.Range(0, origin + 1).Count(day => _days.Values.Any(days => days[day]));

    /// <summary>
    /// For each day up to the origin whether the community's silence says nothing of demand: it had not begun to report, or reported
    /// nothing although on that weekday it usually does and the day is none off. Silent days don't change what is usual. Looks back only.
    /// </summary>
    /// <param name="origin">Index of the last day that counts.</param>
    /// <param name="isDayOff">Whether the community's calendar has a holiday on a day; nobody coming is then a zero.</param>
    public BitArray Missing(string community, int origin, Func<DateOnly, bool> isDayOff)
    {
        var reported = _days[community];
        var missing = new BitArray(origin + 1);
        var usual = new Queue<bool>[Week];
        for (var weekday = 0; weekday < Week; weekday++) usual[weekday] = new Queue<bool>(Remembered + 1);
        var begun = false;
        for (var day = 0; day <= origin; day++)
        {
            begun |= reported[day];
            var memory = usual[day % Week];
            missing[day] = !begun || (!reported[day] && IsUsual(memory) && !isDayOff(first.AddDays(day)));
            if (missing[day] || (!reported[day] && isDayOff(first.AddDays(day)))) continue;
            memory.Enqueue(reported[day]);
            if (memory.Count > Remembered) memory.Dequeue();
        }

        return missing;
    }

    /// <summary>Index of the community's last day with a report, up to the origin; -1 if none.</summary>
    public int LastReport(string community, int origin)
    {
        var days = _days[community];
        var day = origin;
        while (day >= 0 && !days[day]) day--;
        return day;
    }

    private static bool IsUsual(Queue<bool> memory) =>
        memory.Count >= Needed && memory.Count(reported => reported) >= Math.Min(memory.Count, Remembered - 1);
}
