namespace CommunityDemand.Models.Forecasters;

/// <summary>Input of a per-series forecaster: the history up to the origin, and the seasonal index of history and horizon.</summary>
/// <param name="values">Values from the first known one to the origin; NaN where unknown.</param>
/// <param name="index">Seasonal index of each of these periods and of the horizon; positive, mean about 1.</param>
/// <param name="season">Number of periods in a season.</param>
/// <param name="calendar">
/// Part of the index that comes from the calendar (holidays and the time of the year); empty where the calendar has no effect.
/// </param>
internal readonly ref struct SeriesWindow(
    ReadOnlySpan<double> values, ReadOnlySpan<double> index, int season, ReadOnlySpan<double> calendar = default)
{
    public ReadOnlySpan<double> Values { get; } = values;

    /// <summary>Maximum number of periods that a forecaster uses: older periods cost time and describe another situation.</summary>
    public static int MostPeriods(int season) => Math.Max(400, 12 * season);

    /// <summary>Seasonal index of the values and the horizon.</summary>
    public ReadOnlySpan<double> Index { get; } = index;

    public ReadOnlySpan<double> Calendar { get; } = calendar;

    public int Season { get; } = season;

    public int Length => Values.Length;
}
