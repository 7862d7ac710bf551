using CommunityDemand.Domain.Time;

namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Steps in which the time before and after a measure is compared: weeks from Monday, or months where a city counts by month.
/// </summary>
public sealed record ComparisonSteps
{
    private ComparisonSteps(Frequency frequency) => Frequency = frequency;

    /// <summary>Weeks: one year at most, two months at least.</summary>
    public static ComparisonSteps Weeks { get; } = new(Frequency.Weekly) { Most = 52, Fewest = 8 };

    /// <summary>Months: one year at most, a quarter at least.</summary>
    public static ComparisonSteps Months { get; } = new(Frequency.Monthly) { Most = 12, Fewest = 3 };

    /// <summary>Length of a step.</summary>
    public Frequency Frequency { get; }

    /// <summary>Maximum number of steps on a side.</summary>
    public required int Most { get; init; }

    /// <summary>Minimum number of steps on a side: enough for a habit to form and for one survey.</summary>
    public required int Fewest { get; init; }

    /// <summary>The steps that suit a city.</summary>
    public static ComparisonSteps Of(Cadence cadence) => cadence.Frequency == Frequency.Monthly ? Months : Weeks;

    /// <summary>Number of the step of a day; day 0 of the calendar is a Monday and the first of a month.</summary>
    public int IndexOf(DateOnly day) => Frequency.Between(DateTime.MinValue, day.ToDateTime(TimeOnly.MinValue));

    /// <summary>First day of a step.</summary>
    public DateOnly FirstDayOf(int step) => DateOnly.FromDateTime(Frequency.Add(DateTime.MinValue, step));

    /// <summary>Last day of a step.</summary>
    public DateOnly LastDayOf(int step) => FirstDayOf(step + 1).AddDays(-1);
}
