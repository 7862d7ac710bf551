namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>
/// Cumulative sum charts (Page 1954) of one area's service, for errors of days, weeks or months in standard deviations of the
/// backtest's errors. One chart sums errors above half a standard deviation, one sums errors below (Montgomery, Introduction to
/// Statistical Quality Control, section 9.1: this reference value detects a shift of one standard deviation soonest). The third sums
/// the size of errors, whose square root is approximately normal (Hawkins 1981).
/// </summary>
/// <param name="limit">Position from which a sum signals.</param>
/// <param name="fewest">Minimum number of periods for a signal.</param>
internal sealed class DriftChart(double limit, int fewest)
{
    private const double Reference = 0.5;

    // A single unusual period is not a drift.
    private const double MostDeviations = 3;

    // Mean and standard deviation of the square root of a standard normal's absolute value (Hawkins 1981).
    private const double RootMean = 0.822;
    private const double RootDeviation = 0.349;

    private Sum _above;
    private Sum _below;
    private Sum _wider;
    private int _periods;

    /// <summary>Highest position of a chart relative to its limit, which is 1; null with too few periods.</summary>
    public double? Signal => _periods < fewest ? null : Math.Max(Math.Max(_above.Value, _below.Value), _wider.Value) / limit;

    /// <summary>
    /// The limit at which one of many charts raises a false alarm over a number of periods with a given probability. In control, the mean
    /// run length of one chart is 2 (e^b - b - 1), where b = limit + 1.166 (Siegmund 1985, for this reference value). An alarm is then
    /// about equally likely in any period, and there are three charts for each series (Bonferroni).
    /// </summary>
    /// <param name="series">Number of series watched together.</param>
    public static double LimitFor(int series, int periods, double falseAlarms) => Math.Log(1.5 * series * periods / falseAlarms) - 1.166;

    /// <summary>Adds the next period.</summary>
    /// <param name="day">First day of the period.</param>
    /// <param name="error">Error: (actual - forecast) / standard deviation of the backtest's errors.</param>
    public void Add(DateOnly day, double error)
    {
        _periods++;
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

        /// <summary>
        /// First day after the period in which the sum was last 0: the maximum likelihood estimate of the time of the change.
        /// </summary>
        public DateOnly Since { get; private set; }

        public void Add(DateOnly day, double deviation)
        {
            if (Value <= 0) Since = day;
            Value = Math.Max(0, Value + deviation - Reference);
        }
    }
}
