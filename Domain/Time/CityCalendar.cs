namespace CommunityDemand.Domain.Time;

/// <summary>
/// Calendar of a city: the rules of a country, overridden by uploaded rows. A row for a community overrides a row for its district, which
/// overrides a row for the city. The last of several rows with the same scope and day counts. Events do not change the kind of a day.
/// </summary>
public sealed class CityCalendar
{
    private readonly HolidayRules _rules;
    private readonly Dictionary<DateOnly, List<CalendarEntry>> _entries = [];
    private readonly DateOnly[] _otherUploadedHolidays;

    /// <param name="rules">Rules of the country.</param>
    /// <param name="entries">Uploaded rows, oldest first.</param>
    public CityCalendar(HolidayRules rules, IEnumerable<CalendarEntry>? entries = null)
    {
        _rules = rules;
        foreach (var entry in entries ?? [])
        {
            if (!_entries.TryGetValue(entry.Date, out var list)) _entries.Add(entry.Date, list = []);
            list.Add(entry);
        }

        _otherUploadedHolidays =
        [
            .. _entries.Values
                .SelectMany(e => e)
                .Where(e => e is { Kind: CalendarEntryKind.Holiday, Narrowness: 0 } && !IsAroundSpringFestival(e.Date))
                .Select(e => e.Date)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>China's calendar without uploads.</summary>
    public static CityCalendar China { get; } = new(HolidayRules.China);

    /// <summary>A day for the whole city.</summary>
    public CalendarDay this[DateOnly date] => Day(date, null, null);

    /// <summary>A day for one community.</summary>
    /// <param name="date">The day.</param>
    /// <param name="community">Code of the community; null to use only rows of a wider scope.</param>
    /// <param name="district">Name of the district; null to use only rows of the city.</param>
    public CalendarDay Day(DateOnly date, string? community, string? district)
    {
        var entries = _entries.TryGetValue(date, out var all) ? all.Where(e => e.HoldsFor(community, district)).ToList() : [];
        var happening = Narrowest(entries.Where(e => e.Kind == CalendarEntryKind.Event));
        var eventName = happening is null ? null : happening.Name ?? happening.KindCode;
        return Narrowest(entries.Where(e => e.Kind != CalendarEntryKind.Event)) switch
        {
            { Kind: CalendarEntryKind.Holiday } entry =>
                new CalendarDay(date, DayKind.Holiday, entry.Name ?? RuleFor(date)?.Name, IsStatutory(date), eventName),
            { } entry => new CalendarDay(date, DayKind.MakeUpWorkday, entry.Name, false, eventName),
            null when RuleFor(date) is { } holiday =>
                new CalendarDay(date, DayKind.Holiday, holiday.Name, IsStatutory(date), eventName),
            _ => new CalendarDay(date, IsWeekend(date) ? DayKind.Weekend : DayKind.Workday, null, false, eventName),
        };
    }

    /// <summary>
    /// Days from the nearest Spring Festival, the first day of the lunar year: negative before, 0 on the day, positive after; null where
    /// the rules have no Spring Festival. Uploaded rows are ignored, because demand follows the festival itself.
    /// </summary>
    public int? DaysFromSpringFestival(DateOnly date)
    {
        int? nearest = null;
        foreach (var holiday in HolidaysAround(date))
        {
            if (holiday.Festival != Festival.SpringFestival) continue;
            nearest = Nearer(nearest, date.DayNumber - holiday.Day.DayNumber);
        }

        return nearest;
    }

    /// <summary>
    /// Days from the nearest holiday other than Spring Festival: 0 on its days off, negative before, positive after (the coming one where
    /// two are equally near); null where there is none within a year. City-wide uploaded holidays count, except those around Spring
    /// Festival.
    /// </summary>
    public int? DaysFromOtherHoliday(DateOnly date)
    {
        int? nearest = null;
        foreach (var holiday in HolidaysAround(date))
        {
            if (holiday.Festival != Festival.SpringFestival) nearest = Nearer(nearest, holiday.DaysFrom(date));
        }

        foreach (var uploaded in UploadedHolidaysBeside(date)) nearest = Nearer(nearest, date.DayNumber - uploaded.DayNumber);
        return nearest is { } days && Math.Abs(days) <= 366 ? nearest : null;
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static CalendarEntry? Narrowest(IEnumerable<CalendarEntry> entries) =>
        entries.Aggregate((CalendarEntry?)null, (best, entry) => best is null || entry.Narrowness >= best.Narrowness ? entry : best);

    private static int Nearer(int? a, int b) => a is not { } had || Math.Abs(b) < Math.Abs(had) || (b < 0 && b == -had) ? b : had;

    private bool IsStatutory(DateOnly date) => HolidaysAround(date).Any(h => h.IsStatutory(date));

    // The last uploaded holiday up to a day, and the first from that day on.
    private DateOnly[] UploadedHolidaysBeside(DateOnly date)
    {
        var found = Array.BinarySearch(_otherUploadedHolidays, date);
        var next = found < 0 ? ~found : found;
        return _otherUploadedHolidays[Math.Max(0, next - 1)..Math.Min(_otherUploadedHolidays.Length, next + 1)];
    }

    // From a week before to a fortnight after the festival: holidays that a notice adds in this range belong to Spring Festival.
    private bool IsAroundSpringFestival(DateOnly date) => DaysFromSpringFestival(date) is >= -7 and <= 15;

    // The festival on its own day takes precedence over a long holiday that includes the day (Mid-Autumn within National Day's week).
    // New Year may be kept on the last day of the year before.
    private PublicHoliday? RuleFor(DateOnly date)
    {
        PublicHoliday? found = null;
        foreach (var holiday in HolidaysAround(date))
        {
            if (holiday.Contains(date) && (found is null || holiday.Day == date)) found = holiday;
        }

        return found;
    }

    private IEnumerable<PublicHoliday> HolidaysAround(DateOnly date) => Enumerable
        .Range(date.Year - 1, 3)
        .SelectMany(_rules.InYear);
}
