namespace CommunityDemand.Domain.Time;

/// <summary>Date arithmetic for periods of a <see cref="Frequency"/>.</summary>
public static class FrequencyExtensions
{
    /// <summary>Number of periods in the usual season: 24 hours, 7 days, 52 weeks, 12 months, 4 quarters, 1 year.</summary>
    public static int DefaultSeason(this Frequency frequency) => frequency switch
    {
        Frequency.Hourly => 24,
        Frequency.Daily => 7,
        Frequency.Weekly => 52,
        Frequency.Monthly => 12,
        Frequency.Quarterly => 4,
        Frequency.Yearly => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
    };

    /// <summary>The start of the period that contains <paramref name="moment"/>; weeks start on Monday (ISO 8601).</summary>
    public static DateTime Floor(this Frequency frequency, DateTime moment) => frequency switch
    {
        Frequency.Hourly => new DateTime(moment.Year, moment.Month, moment.Day, moment.Hour, 0, 0, DateTimeKind.Unspecified),
        Frequency.Daily => moment.Date,
        Frequency.Weekly => moment.Date.AddDays(-(((int)moment.DayOfWeek + 6) % 7)),
        Frequency.Monthly => new DateTime(moment.Year, moment.Month, 1),
        Frequency.Quarterly => new DateTime(moment.Year, ((moment.Month - 1) / 3 * 3) + 1, 1),
        Frequency.Yearly => new DateTime(moment.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
    };

    /// <summary>The start of the period that is <paramref name="periods"/> after the one that starts at <paramref name="start"/>.</summary>
    public static DateTime Add(this Frequency frequency, DateTime start, int periods) => frequency switch
    {
        Frequency.Hourly => start.AddHours(periods),
        Frequency.Daily => start.AddDays(periods),
        Frequency.Weekly => start.AddDays(7 * periods),
        Frequency.Monthly => start.AddMonths(periods),
        Frequency.Quarterly => start.AddMonths(3 * periods),
        Frequency.Yearly => start.AddYears(periods),
        _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
    };

    /// <summary>
    /// Number of periods from the one that contains <paramref name="from"/> to the one that contains <paramref name="to"/>.
    /// </summary>
    public static int Between(this Frequency frequency, DateTime from, DateTime to)
    {
        var (a, b) = (frequency.Floor(from), frequency.Floor(to));
        return frequency switch
        {
            Frequency.Hourly => (int)(b - a).TotalHours,
            Frequency.Daily => (b - a).Days,
            Frequency.Weekly => (b - a).Days / 7,
            Frequency.Monthly => Months(a, b),
            Frequency.Quarterly => Months(a, b) / 3,
            Frequency.Yearly => b.Year - a.Year,
            _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
        };
    }

    /// <summary>The first day of the period that contains a day.</summary>
    public static DateOnly FirstDay(this Frequency frequency, DateOnly day) =>
        DateOnly.FromDateTime(frequency.Floor(day.ToDateTime(TimeOnly.MinValue)));

    /// <summary>The last day of the period that contains a day.</summary>
    public static DateOnly LastDay(this Frequency frequency, DateOnly day) =>
        DateOnly.FromDateTime(frequency.Add(frequency.Floor(day.ToDateTime(TimeOnly.MinValue)), 1)).AddDays(-1);

    private static int Months(DateTime a, DateTime b) => ((b.Year - a.Year) * 12) + b.Month - a.Month;
}
