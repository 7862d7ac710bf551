namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Weeks before and after a measure that are compared: whole weeks from Monday to Sunday, the same number on each side. The week in which
/// the measure starts is left out, because days of announcement and change belong to neither side. One year on each side covers the same
/// seasons; more weeks tell little about the measure.
/// </summary>
/// <param name="StartWeek">Number of the week in which the measure starts.</param>
/// <param name="WeeksBefore">Whole weeks available before the start, at most <see cref="MostWeeks"/>.</param>
/// <param name="WeeksAfter">Whole weeks available after the start, at most <see cref="MostWeeks"/>.</param>
public readonly record struct ComparisonWindow(int StartWeek, int WeeksBefore, int WeeksAfter)
{
    /// <summary>Maximum number of weeks on a side.</summary>
    public const int MostWeeks = 52;

    /// <summary>Minimum number of weeks on a side: two months, enough for a habit to form and for one survey.</summary>
    public const int FewestWeeks = 8;

    private const int DaysAWeek = 7;

    /// <summary>Number of weeks on each side.</summary>
    public int Weeks => Math.Min(WeeksBefore, WeeksAfter);

    /// <summary>First week of the side before. The last week of that side is the one before <see cref="StartWeek"/>.</summary>
    public int FirstWeek => StartWeek - Weeks;

    /// <summary>Last week of the side after. The first week of that side is the one after <see cref="StartWeek"/>.</summary>
    public int LastWeek => StartWeek + Weeks;

    /// <summary>Whether a week belongs to the side before (true), the side after (false), or neither (null).</summary>
    public bool? IsBefore(int week) => week == StartWeek || week < FirstWeek || week > LastWeek ? null : week < StartWeek;

    /// <summary>
    /// Correlation between a community's changes over two windows if all weeks were alike and independent: the overlap of same sides
    /// minus the overlap of opposite sides. The errors of measures that share controls correlate by this value.
    /// </summary>
    /// <returns>A value from 0 to 1. Negative correlations count as 0, and windows without weeks have no correlation.</returns>
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
    /// <param name="first">
    /// First day that may count before the measure: the start of the data, or the day on which an earlier measure was fully in force.
    /// </param>
    /// <param name="last">
    /// Last day that may count after the measure: the origin, the end of the measure, or the day before another one starts.
    /// </param>
    public static ComparisonWindow Of(DateOnly start, DateOnly first, DateOnly last)
    {
        var week = WeekOf(start);
        var earliest = (first.DayNumber + DaysAWeek - 1) / DaysAWeek;
        var latest = ((last.DayNumber + 1) / DaysAWeek) - 1;
        return new(week, Math.Clamp(week - earliest, 0, MostWeeks), Math.Clamp(latest - week, 0, MostWeeks));
    }

    private static double Overlap(int first, int weeks, int otherFirst, int otherWeeks) =>
        Math.Max(0, Math.Min(first + weeks, otherFirst + otherWeeks) - Math.Max(first, otherFirst));

    /// <summary>Number of the week of a day, weeks starting on Monday; day 0 of the calendar is a Monday.</summary>
    public static int WeekOf(DateOnly day) => day.DayNumber / DaysAWeek;

    /// <summary>Monday of a week.</summary>
    public static DateOnly MondayOf(int week) => DateOnly.FromDayNumber(week * DaysAWeek);
}
