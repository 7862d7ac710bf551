namespace CommunityDemand.Domain.Time;

/// <summary>
/// A city's calendar: a country's rules, overridden by uploaded rows. A row for a community wins over one for its district, and that one
/// over one for the city; of rows with the same scope and day the last counts. Events leave a day's kind as it is.
/// </summary>
public sealed class CityCalendar
{
    private readonly HolidayRules _rules;
    private readonly Dictionary<DateOnly, List<CalendarEntry>> _entries = [];
    private readonly DateOnly[] _otherUploadedHolidays;

    /// <param name="rules">The country's rules.</param>
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

    /// <summary>A day as the whole city has it.</summary>
    public CalendarDay this[DateOnly date] => Day(date, null, null);

    /// <summary>A day as one community has it.</summary>
    /// <param name="date">The day.</param>
    /// <param name="community">Code of the community; null for rows of wider scope alone.</param>
    /// <param name="district">Name of its district; null for rows of the city alone.</param>
    public CalendarDay Day(DateOnly date, string? community, string? district)
    {
        var entries = _entries.TryGetValue(date, out var all) ? all.Where(e => e.HoldsFor(community, district)).ToList() : [];
        var happening = Narrowest(entries.Where(e => e.Kind == CalendarEntryKind.Event));
        var eventName = happening is null ? null : happening.Name ?? happening.KindCode;
        return Narrowest(entries.Where(e => e.Kind != CalendarEntryKind.Event)) switch
        {
            { Kind: CalendarEntryKind.Holiday } entry =>
                new CalendarDay(date, DayKind.Holiday, entry.Name ?? RuleFor(date)?.Name(), IsStatutory(date), eventName),
            { } entry => new CalendarDay(date, DayKind.MakeUpWorkday, entry.Name, false, eventName),
            null when RuleFor(date) is { } festival =>
                new CalendarDay(date, DayKind.Holiday, festival.Name(), IsStatutory(date), eventName),
            _ => new CalendarDay(date, IsWeekend(date) ? DayKind.Weekend : DayKind.Workday, null, false, eventName),
        };
    }

    /// <summary>
    /// Days from the nearest first day of the lunar year: negative before it, 0 on it, positive after; null where the rules have no Spring
    /// Festival. Rules, not uploads, decide: what moves demand is the festival, whichever days a notice adds.
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
    /// Days from the nearest holiday other than Spring Festival: 0 within its days off, negative before, positive after (the coming one of
    /// two equally near); null where there is none within a year. City-wide uploaded holidays count, but not those around Spring Festival.
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

    private bool IsStatutory(DateOnly date) => _rules.InYear(date.Year).Any(h => h.IsStatutory(date));

    // The last uploaded holiday up to a day and the first from it on.
    private DateOnly[] UploadedHolidaysBeside(DateOnly date)
    {
        var found = Array.BinarySearch(_otherUploadedHolidays, date);
        var next = found < 0 ? ~found : found;
        return _otherUploadedHolidays[Math.Max(0, next - 1)..Math.Min(_otherUploadedHolidays.Length, next + 1)];
    }

    // A week before and the lunar fortnight after: whatever a notice adds there belongs to Spring Festival.
    private bool IsAroundSpringFestival(DateOnly date) => DaysFromSpringFestival(date) is >= -7 and <= 15;

    // The festival whose day it is goes before a long holiday that merely covers it (Mid-Autumn within National Day's week).
    private Festival? RuleFor(DateOnly date)
    {
        PublicHoliday? found = null;
        foreach (var holiday in _rules.InYear(date.Year))
        {
            if (holiday.Contains(date) && (found is null || holiday.Day == date)) found = holiday;
        }

        return found?.Festival;
    }

    private IEnumerable<PublicHoliday> HolidaysAround(DateOnly date) => Enumerable
        .Range(date.Year - 1, 3)
        .SelectMany(_rules.InYear);
}
