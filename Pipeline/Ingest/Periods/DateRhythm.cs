using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Ingest.Periods;

/// <summary>
/// Finds from the dates of all rows whether a file counts by week, month, quarter or year: all dates are first or last days of months, at
/// least every other one, or the same weekday every week. Once a date contradicts, no date is remembered any longer.
/// </summary>
internal sealed class DateRhythm
{
    private const int Week = 7;
    private const int FewestMonths = 3;
    private const int FewestMondays = 4;

    // A desk that opens on one weekday looks the same, but closes on some holiday.
    private const int FewestOtherDays = 12;

    private readonly HashSet<int> _days = [];
    private bool _areFirst = true;
    private bool _areLast = true;
    private bool _areOneWeekday = true;
    private DayOfWeek? _weekday;

    private bool IsOpen => _areFirst || _areLast || _areOneWeekday;

    /// <summary>What all dates so far tell; null where they tell of no period.</summary>
    /// <param name="column">Name of the column of dates.</param>
    public FoundPeriod? Find(string column)
    {
        if (!IsOpen || _days.Count < FewestMonths) return null;
        var (first, last) = (_days.Min(), _days.Max());
        if (_areFirst || _areLast)
        {
            var months = _days.Select(day => DateOnly.FromDayNumber(day).Month % 12).ToHashSet();
            var step = _areFirst ? 1 : 0;
            var period = months.All(month => month == step) ? Frequency.Yearly
                : months.All(month => month % 3 == step) ? Frequency.Quarterly
                : Frequency.Monthly;
            return 2 * _days.Count > period.Between(Moment(first), Moment(last))
                ? new FoundPeriod(period, PeriodMessages.WholePeriods(column, _days.Count, period, isFirst: _areFirst))
                : null;
        }

        var fewest = _weekday == DayOfWeek.Monday ? FewestMondays : FewestOtherDays;
        return _days.Count >= fewest && last - first == Week * (_days.Count - 1)
            ? new FoundPeriod(Frequency.Weekly, PeriodMessages.WholeWeeks(
                column, _days.Count, DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last)))
            : null;
    }

    public void Add(DateOnly day)
    {
        if (!IsOpen || !_days.Add(day.DayNumber)) return;
        _weekday ??= day.DayOfWeek;
        _areFirst &= day.Day == 1;
        _areLast &= day.Day == DateTime.DaysInMonth(day.Year, day.Month);
        _areOneWeekday &= day.DayOfWeek == _weekday;
        if (!IsOpen) _days.Clear();
    }

    private static DateTime Moment(int day) => DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue);
}
