namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>
/// Cumulative sum charts (Page 1954) of one area's service, for daily errors in standard deviations of the backtest's errors. One chart
/// sums errors above half a standard deviation, one sums errors below (Montgomery, Introduction to Statistical Quality Control, section
/// 9.1: this reference value detects a shift of one standard deviation soonest). The third sums the size of errors, whose square root is
/// approximately normal (Hawkins 1981).
/// </summary>
internal sealed class DriftChart(double limit)
{
    /// <summary>Minimum number of days for a signal.</summary>
    public const int FewestDays = 7;

    private const double Reference = 0.5;

    // A single unusual day is not a drift.
    private const double MostDeviations = 3;

    // Mean and standard deviation of the square root of a standard normal's absolute value (Hawkins 1981).
    private const double RootMean = 0.822;
    private const double RootDeviation = 0.349;

    private Sum _above;
    private Sum _below;
    private Sum _wider;
    private int _days;

    /// <summary>Highest position of a chart relative to its limit, which is 1; null with too few days.</summary>
    public double? Signal => _days < FewestDays ? null : Math.Max(Math.Max(_above.Value, _below.Value), _wider.Value) / limit;

    /// <summary>
    /// The limit at which one of many charts raises a false alarm over a number of days with a given probability. In control, the mean
    /// run length of one chart is 2 (e^b - b - 1), where b = limit + 1.166 (Siegmund 1985, for this reference value). An alarm is then
    /// about equally likely on any day, and there are three charts for each series (Bonferroni).
    /// </summary>
    /// <param name="series">Number of series watched together.</param>
    public static double LimitFor(int series, int days, double falseAlarms) => Math.Log(1.5 * series * days / falseAlarms) - 1.166;

    /// <summary>Adds the next day.</summary>
    /// <param name="error">Error: (actual - forecast) / standard deviation of the backtest's errors.</param>
    public void Add(DateOnly day, double error)
    {
        _days++;
        var bounded = Math.Clamp(error, -MostDeviations, MostDeviations);
        _above.Add(day, bounded);
        _below.Add(day, -bounded);
        _wider.Add(day, (Math.Sqrt(Math.Abs(bounded)) - RootMean) / RootDeviation);
    }

    /// <summary>
    /// The current signal; null while all charts are within their limit. A direction is more informative than a spread and comes first.
    /// </summary>
    public Drift? Drift()
    {
        if (Signal is not > 1) return null;
        if (Math.Max(_above.Value, _below.Value) <= limit) return new Drift(DriftKind.Wider, _wider.Since);
        return _above.Value >= _below.Value ? new Drift(DriftKind.Above, _above.Since) : new Drift(DriftKind.Below, _below.Since);
    }

    private struct Sum
    {
        public double Value { get; private set; }

        /// <summary>Day after the sum was last 0: the maximum likelihood estimate of the time of the change.</summary>
        public DateOnly Since { get; private set; }

        public void Add(DateOnly day, double deviation)
        {
            if (Value <= 0) Since = day;
            Value = Math.Max(0, Value + deviation - Reference);
        }
    }
}
