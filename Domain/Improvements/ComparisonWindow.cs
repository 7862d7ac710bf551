namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// The weeks before and after a measure that are compared: whole weeks from Monday to Sunday, as many on each side, without the week in
/// which it starts, so that days of announcement and change count on neither. A year each side has the same seasons; more says little of
/// the measure.
/// </summary>
/// <param name="StartWeek">Number of the week in which it starts.</param>
/// <param name="WeeksBefore">Whole weeks that can be looked at before, at most <see cref="MostWeeks"/>.</param>
/// <param name="WeeksAfter">The same after.</param>
public readonly record struct ComparisonWindow(int StartWeek, int WeeksBefore, int WeeksAfter)
{
    /// <summary>Most weeks on a side.</summary>
    public const int MostWeeks = 52;

    /// <summary>Fewest weeks on a side: two months, in which a habit forms and a survey comes round.</summary>
    public const int FewestWeeks = 8;

    private const int DaysAWeek = 7;

    /// <summary>Weeks on each side.</summary>
    public int Weeks => Math.Min(WeeksBefore, WeeksAfter);

    /// <summary>First week of the side before; its last is the one before <see cref="StartWeek"/>.</summary>
    public int FirstWeek => StartWeek - Weeks;

    /// <summary>Last week of the side after; its first is the one after <see cref="StartWeek"/>.</summary>
    public int LastWeek => StartWeek + Weeks;

    /// <summary>Whether a week is before, false for after, null for neither.</summary>
    public bool? IsBefore(int week) => week == StartWeek || week < FirstWeek || week > LastWeek ? null : week < StartWeek;

    /// <summary>
    /// Correlation of a community's changes over two windows, were all weeks alike and independent: the overlap of sides of one kind, less
    /// that of sides of opposite kind. Controls that two measures share err together by this much.
    /// </summary>
    /// <returns>0 to 1: changes that would make up for each other are not counted on, and windows without weeks have none.</returns>
    public double CorrelationWith(ComparisonWindow other)
    {
        if (Weeks == 0 || other.Weeks == 0) return 0;
        var alike = Overlap(FirstWeek, Weeks, other.FirstWeek, other.Weeks)
            + Overlap(StartWeek + 1, Weeks, other.StartWeek + 1, other.Weeks);
        var opposite = Overlap(FirstWeek, Weeks, other.StartWeek + 1, other.Weeks)
            + Overlap(StartWeek + 1, Weeks, other.FirstWeek, other.Weeks);
        return Math.Max(0, (alike - opposite) / (2 * Math.Sqrt((double)Weeks * other.Weeks)));
    }

    /// <summary>The window of a measure.</summary>
    /// <param name="start">First day of the measure.</param>
    /// <param name="first">First day that may count before: of the data, or of an earlier measure's being in full force.</param>
    /// <param name="last">Last day that may count after: the origin, the measure's end, or the day before another one.</param>
    public static ComparisonWindow Of(DateOnly start, DateOnly first, DateOnly last)
    {
        var week = WeekOf(start);
        var earliest = (first.DayNumber + DaysAWeek - 1) / DaysAWeek;
        var latest = ((last.DayNumber + 1) / DaysAWeek) - 1;
        return new(week, Math.Clamp(week - earliest, 0, MostWeeks), Math.Clamp(latest - week, 0, MostWeeks));
    }

    private static double Overlap(int first, int weeks, int otherFirst, int otherWeeks) =>
        Math.Max(0, Math.Min(first + weeks, otherFirst + otherWeeks) - Math.Max(first, otherFirst));

    /// <summary>Number of a day's week, from Monday on; day 0 of the calendar is one.</summary>
    public static int WeekOf(DateOnly day) => day.DayNumber / DaysAWeek;

    /// <summary>Monday of a week.</summary>
    public static DateOnly MondayOf(int week) => DateOnly.FromDayNumber(week * DaysAWeek);
}
