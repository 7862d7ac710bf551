namespace CommunityDemand.Models.Forecasters;

/// <summary>What a per-series forecaster may see: the past up to the origin, and the seasonal index of past and future.</summary>
/// <param name="values">From the first known value to the origin; NaN where not known.</param>
/// <param name="index">Seasonal index of each of these periods and of the horizon's; positive, mean about 1.</param>
/// <param name="season">Periods in a season.</param>
/// <param name="calendar">What of the index is the calendar's, holidays and the time of the year; empty where it has no say.</param>
internal readonly ref struct SeriesWindow(
    ReadOnlySpan<double> values, ReadOnlySpan<double> index, int season, ReadOnlySpan<double> calendar = default)
{
    public ReadOnlySpan<double> Values { get; } = values;

    /// <summary>Periods that a forecaster looks back over: more cost time and tell of another age.</summary>
    public static int MostPeriods(int season) => Math.Max(400, 12 * season);

    /// <summary>Length: that of the values plus the horizon.</summary>
    public ReadOnlySpan<double> Index { get; } = index;

    public ReadOnlySpan<double> Calendar { get; } = calendar;

    public int Season { get; } = season;

    public int Length => Values.Length;
}
