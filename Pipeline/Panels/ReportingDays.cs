using System.Collections;
using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Periods in which each community reported anything: one bit for each community and period.</summary>
internal sealed class ReportingDays(HistoryWindow window)
{
    // Criterion for expecting a report from a community: reports on 7 of the last 8 days of the same weekday, or on all of 4 to 7; of weeks
    // and months, in 7 of the last 8.
    private const int Remembered = 8;
    private const int Needed = 4;

    private readonly Dictionary<string, BitArray> _days = new(StringComparer.Ordinal);
    private readonly int _count = window.Count;
    private readonly int _season = window.Cadence.ReportSeason;

    public IReadOnlyCollection<string> Communities => _days.Keys;

    public void Add(string community, DateOnly day)
    {
        if (!_days.TryGetValue(community, out var days)) _days.Add(community, days = new BitArray(_count));
        days[window.IndexOf(day)] = true;
    }

    /// <summary>
    /// Index of the last complete period: at least half as many communities reported as in the median period, of days the median one of
    /// the same weekday (among periods with reports). Null where nothing was reported.
    /// </summary>
    public int? LastComplete()
    {
        var reporting = new int[_count];
        foreach (var days in _days.Values)
        {
            for (var day = 0; day < _count; day++) reporting[day] += days[day] ? 1 : 0;
        }

        var usual = Enumerable.Range(0, _season).Select(weekday =>
            OrderStatistics.UpperMedianOf(reporting.Where((n, day) => n > 0 && day % _season == weekday), without: 0)).ToArray();
        for (var day = _count - 1; day >= 0; day--)
        {
            if (reporting[day] > 0 && 2 * reporting[day] >= usual[day % _season]) return day;
        }

        return null;
    }

    /// <summary>Number of periods up to <paramref name="origin"/> with reports.</summary>
    public int PeriodsWithReports(int origin) => Enumerable.Range(0, origin + 1).Count(day => _days.Values.Any(days => days[day]));

    /// <summary>
    /// For each period up to the origin, whether demand of the community is unknown: the community had not begun to report, or did not
    /// report in a period in which it usually does: a working day of the weekday, or a week or month. Periods without a report do not
    /// change the usual pattern. Only earlier periods are used.
    /// </summary>
    /// <param name="origin">Index of the last period that counts.</param>
    /// <param name="isOff">Whether a period is off in the community's calendar; a missing report then means no visits.</param>
    public BitArray Missing(string community, int origin, Func<int, bool> isOff)
    {
        var reported = _days[community];
        var missing = new BitArray(origin + 1);
        var usual = new Queue<bool>[_season];
        for (var weekday = 0; weekday < _season; weekday++) usual[weekday] = new Queue<bool>(Remembered + 1);
        var begun = false;
        for (var day = 0; day <= origin; day++)
        {
            begun |= reported[day];
            var memory = usual[day % _season];
            missing[day] = !begun || (!reported[day] && IsUsual(memory) && !isOff(day));
            if (missing[day] || (!reported[day] && isOff(day))) continue;
            memory.Enqueue(reported[day]);
            if (memory.Count > Remembered) memory.Dequeue();
        }

        return missing;
    }

    /// <summary>Index of the community's last period with a report, up to the origin; -1 if there is none.</summary>
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
