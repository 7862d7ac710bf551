namespace CommunityDemand.Domain.Time;

/// <summary>Calendar quarters.</summary>
public static class Quarters
{
    /// <summary>In a year.</summary>
    public const int PerYear = 4;

    private const int Months = 3;

    /// <summary>First day of the quarter that a day lies in.</summary>
    public static DateOnly FirstDay(DateOnly day) => new(day.Year, ((day.Month - 1) / Months * Months) + 1, 1);

    /// <summary>Last day of the quarter that a day lies in.</summary>
    public static DateOnly LastDay(DateOnly day) => FirstDay(day).AddMonths(Months).AddDays(-1);

    /// <summary>First days of the last quarters, the one that a day lies in last.</summary>
    public static IReadOnlyList<DateOnly> UpTo(DateOnly day, int count) =>
        [.. Enumerable.Range(0, count).Select(i => FirstDay(day).AddMonths(Months * (i + 1 - count)))];

    /// <summary>Years from one quarter to another, in whole quarters.</summary>
    public static double YearsBetween(DateOnly from, DateOnly to) => (double)((PerYear * Months * (to.Year - from.Year)) + to.Month - from.Month) / (PerYear * Months);
}
