namespace CommunityDemand.Domain.Time;

/// <summary>
/// What follows from the frequency of a city: the periods of its figures, and the lengths in which a night reckons. Weeks start on Monday.
/// </summary>
public sealed record Cadence
{
    private Cadence(Frequency frequency) => Frequency = frequency;

    public static Cadence Daily { get; } = new(Frequency.Daily)
    {
        Horizon = 28,
        HistoryDays = 1155,
        MinimumHistoryDays = 56,
        SilentPeriods = 56,
        ShortestOpening = 28,
        ScalePeriods = 364,
        AccuracyBand = 7,
        FewestCharted = 7,
        RecentPeriods = 7,
        ShownPeriods = 56,
    };

    public static Cadence Weekly { get; } = new(Frequency.Weekly)
    {
        Horizon = 13,
        HistoryDays = 1827,
        MinimumHistoryDays = 182,
        SilentPeriods = 8,
        ShortestOpening = 4,
        ScalePeriods = 104,
        AccuracyBand = 4,
        FewestCharted = 4,
        RecentPeriods = 1,
        ShownPeriods = 52,
    };

    public static Cadence Monthly { get; } = new(Frequency.Monthly)
    {
        Horizon = 12,
        HistoryDays = 3653,
        MinimumHistoryDays = 548,
        SilentPeriods = 3,
        ShortestOpening = 2,
        ScalePeriods = 36,
        AccuracyBand = 3,
        FewestCharted = 4,
        RecentPeriods = 1,
        ShownPeriods = 36,
    };

    /// <summary>Cadences of cities, from the finest.</summary>
    public static IReadOnlyList<Cadence> All { get; } = [Daily, Weekly, Monthly];

    public Frequency Frequency { get; }

    /// <summary>Periods ahead that a night forecasts by default.</summary>
    public required int Horizon { get; init; }

    /// <summary>Most days of history that a forecast learns from by default: three years of days, five of weeks, ten of months.</summary>
    public required int HistoryDays { get; init; }

    /// <summary>Fewest days of history that a model is trained on by default: 8 weeks of days, 26 weeks, 18 months.</summary>
    public required int MinimumHistoryDays { get; init; }

    /// <summary>Periods without a report after which a community counts as closed.</summary>
    public required int SilentPeriods { get; init; }

    /// <summary>Periods before a first row that can mean a service which had not opened yet.</summary>
    public required int ShortestOpening { get; init; }

    /// <summary>Periods before the judged ones that scale errors.</summary>
    public required int ScalePeriods { get; init; }

    /// <summary>Periods of the horizon whose accuracy is reported together.</summary>
    public required int AccuracyBand { get; init; }

    /// <summary>Fewest judged periods that can signal a drift.</summary>
    public required int FewestCharted { get; init; }

    /// <summary>Last periods that are compared with usual demand: a week of days, otherwise one period.</summary>
    public required int RecentPeriods { get; init; }

    /// <summary>Periods of history that a chart shows before the forecast.</summary>
    public required int ShownPeriods { get; init; }

    /// <summary>Distance of like periods: 7 days, 52 weeks, 12 months.</summary>
    public int Season => Frequency.DefaultSeason();

    /// <summary>Periods after which reports repeat: a community may never report on Sundays, but reports every week and month.</summary>
    public int ReportSeason => Frequency == Frequency.Daily ? Season : 1;

    /// <exception cref="ArgumentOutOfRangeException">No city has the frequency.</exception>
    public static Cadence Of(Frequency frequency) =>
        All.FirstOrDefault(cadence => cadence.Frequency == frequency)
            ?? throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "A city counts by day, week or month.");

    /// <summary>First day of the period that contains a day.</summary>
    public DateOnly FirstDay(DateOnly day) => Frequency == Frequency.Daily ? day : Frequency.FirstDay(day);

    /// <summary>Last day of the period that contains a day.</summary>
    public DateOnly LastDay(DateOnly day) => Frequency == Frequency.Daily ? day : Frequency.LastDay(day);

    /// <summary>Last day of the last period that ends on or before a day.</summary>
    public DateOnly LastWholeDay(DateOnly day) => LastDay(day) == day ? day : FirstDay(day).AddDays(-1);

    /// <summary>First day of a period after an origin.</summary>
    /// <param name="origin">Last day of a period.</param>
    /// <param name="ahead">Periods ahead, from 1.</param>
    public DateOnly Ahead(DateOnly origin, int ahead) => Frequency == Frequency.Daily
        ? origin.AddDays(ahead)
        : DateOnly.FromDateTime(Frequency.Add(origin.AddDays(1).ToDateTime(TimeOnly.MinValue), ahead - 1));

    /// <summary>Last day of a horizon.</summary>
    /// <param name="origin">Last day of a period.</param>
    /// <param name="horizon">Number of periods.</param>
    public DateOnly End(DateOnly origin, int horizon) => Ahead(origin, horizon + 1).AddDays(-1);

    /// <summary>Number of periods from the one of a day to the one of another.</summary>
    public int Between(DateOnly from, DateOnly to) => Frequency == Frequency.Daily
        ? to.DayNumber - from.DayNumber
        : Frequency.Between(from.ToDateTime(TimeOnly.MinValue), to.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// How a figure of a finer period is shared out to the periods that it lies in: a week may lie in two months, and its days count the
    /// same.
    /// </summary>
    /// <param name="period">Length of the finer period.</param>
    /// <param name="first">First day of the finer period.</param>
    /// <returns>A day of each period, and its share.</returns>
    public IEnumerable<(DateOnly Day, double Share)> SharesOf(Frequency period, DateOnly first)
    {
        var last = period == Frequency.Daily ? first : period.LastDay(first);
        if (LastDay(first) >= last) return [(first, 1)];
        var before = (double)(LastDay(first).DayNumber - first.DayNumber + 1) / (last.DayNumber - first.DayNumber + 1);
        return [(first, before), (last, 1 - before)];
    }

    /// <summary>Whole periods in a number of days: a month has 30.4 days.</summary>
    public int PeriodsIn(int days) => Frequency switch
    {
        Frequency.Weekly => days / 7,
        Frequency.Monthly => (int)(days / 30.4),
        _ => days,
    };
}
