using System.Collections;
using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Days on which each community reported anything: one bit for each community and day.</summary>
/// <param name="first">First day.</param>
/// <param name="count">Number of days.</param>
internal sealed class ReportingDays(DateOnly first, int count)
{
    private const int Week = 7;

    // Criterion for expecting a report from a community: reports on 7 of the last 8 days of the same weekday, or on all of 4 to 7.
    private const int Remembered = 8;
    private const int Needed = 4;

    /// <summary>Number of days without reports after which a community counts as closed.</summary>
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
    /// Index of the last complete day: at least half as many communities reported as on the median day of the same weekday (among days
    /// with reports). Null where nothing was reported.
    /// </summary>
    public int? LastCompleteDay()
    {
        var reporting = new int[count];
        foreach (var days in _days.Values)
        {
            for (var day = 0; day < count; day++) reporting[day] += days[day] ? 1 : 0;
        }

        var usual = Enumerable.Range(0, Week).Select(weekday =>
            OrderStatistics.UpperMedianOf(reporting.Where((n, day) => n > 0 && day % Week == weekday), without: 0)).ToArray();
        for (var day = count - 1; day >= 0; day--)
        {
            if (reporting[day] > 0 && 2 * reporting[day] >= usual[day % Week]) return day;
        }

        return null;
    }

    /// <summary>Number of days up to <paramref name="origin"/> with reports.</summary>
    public int DaysWithReports(int origin) => Enumerable.Range(0, origin + 1).Count(day => _days.Values.Any(days => days[day]));

    /// <summary>
    /// For each day up to the origin, whether demand of the community is unknown: the community had not begun to report, or did not
    /// report on a working day of a weekday on which it usually does. Days without a report do not change the usual pattern. Only earlier
    /// days are used.
    /// </summary>
    /// <param name="origin">Index of the last day that counts.</param>
    /// <param name="isDayOff">Whether a day is a holiday in the community's calendar; missing reports then mean zero visits.</param>
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

    /// <summary>Index of the community's last day with a report, up to the origin; -1 if there is none.</summary>
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
