namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Weeks before and after a measure that are compared: whole weeks from Monday to Sunday (or whole months, as the steps say), the same
/// number on each side. The week in which the measure starts is left out, because days of announcement and change belong to neither side.
/// One year on each side covers the same seasons; more weeks tell little about the measure.
/// </summary>
/// <param name="StartWeek">Number of the week in which the measure starts.</param>
/// <param name="WeeksBefore">Whole weeks available before the start, at most <see cref="ComparisonSteps.Most"/>.</param>
/// <param name="WeeksAfter">Whole weeks available after the start, at most as many.</param>
/// <param name="Steps">Length of what is called a week here.</param>
public readonly record struct ComparisonWindow(int StartWeek, int WeeksBefore, int WeeksAfter, ComparisonSteps Steps)
{
    /// <summary>Whether there are weeks enough to compare.</summary>
    public bool IsLongEnough => Weeks >= Steps.Fewest;

    /// <summary>First day of the side before.</summary>
    public DateOnly FirstDay => Steps.FirstDayOf(FirstWeek);

    /// <summary>Last day of the side after.</summary>
    public DateOnly LastDay => Steps.LastDayOf(LastWeek);

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
    public static ComparisonWindow Of(ComparisonSteps steps, DateOnly start, DateOnly first, DateOnly last)
    {
        var week = steps.IndexOf(start);
        var earliest = steps.IndexOf(first) + (steps.FirstDayOf(steps.IndexOf(first)) < first ? 1 : 0);
        var latest = steps.IndexOf(last) - (steps.LastDayOf(steps.IndexOf(last)) > last ? 1 : 0);
        return new(week, Math.Clamp(week - earliest, 0, steps.Most), Math.Clamp(latest - week, 0, steps.Most), steps);
    }

    private static double Overlap(int first, int weeks, int otherFirst, int otherWeeks) =>
        Math.Max(0, Math.Min(first + weeks, otherFirst + otherWeeks) - Math.Max(first, otherFirst));
}
