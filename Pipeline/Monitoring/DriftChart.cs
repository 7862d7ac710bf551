namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>
/// Cumulative sum charts (Page 1954) of one area's service: errors a day, in standard deviations of the backtest's errors. One chart sums what exceeds half
/// a standard deviation upwards, one downwards (Montgomery, Introduction to Statistical Quality Control, section 9.1: the reference value that finds a shift of
/// one standard deviation soonest), one the errors' size, which Hawkins (1981) makes near normal by a square root.
/// </summary>
internal sealed class DriftChart(double limit)
{
    /// <summary>Fewest days from which a chart says anything.</summary>
    public const int FewestDays = 7;

    private const double Reference = 0.5;

    // A single odd day, however odd, is no drift.
    private const double MostDeviations = 3;

    // Mean and standard deviation of the root of a standard normal's absolute value (Hawkins 1981).
    private const double RootMean = 0.822;
    private const double RootDeviation = 0.349;

    private Sum _above;
    private Sum _below;
    private Sum _wider;
    private int _days;

    /// <summary>How far the farthest chart has come to its limit, which is 1; null before there are days enough.</summary>
    public double? Signal => _days < FewestDays ? null : Math.Max(Math.Max(_above.Value, _below.Value), _wider.Value) / limit;

    /// <summary>
    /// The limit at which one of many charts raises a false alarm over so many days with a given probability. In control, the run length of one chart
    /// is 2 (e^b - b - 1) on average, b = limit + 1.166 (Siegmund 1985, for this reference value); an alarm is then nearly equally likely on any day, and
    /// there are three charts for each series (Bonferroni).
    /// </summary>
    /// <param name="series">Series watched together.</param>
    public static double LimitFor(int series, int days, double falseAlarms) => Math.Log(1.5 * series * days / falseAlarms) - 1.166;

    /// <summary>Adds the next day.</summary>
    /// <param name="error">(actual - forecast) / standard deviation of the backtest's errors.</param>
    public void Add(DateOnly day, double error)
    {
        _days++;
        var bounded = Math.Clamp(error, -MostDeviations, MostDeviations);
        _above.Add(day, bounded);
        _below.Add(day, -bounded);
        _wider.Add(day, (Math.Sqrt(Math.Abs(bounded)) - RootMean) / RootDeviation);
    }

    /// <summary>What the charts say now; null while all are within their limit. A direction says more than a width, and goes first.</summary>
    public Drift? Drift()
    {
        if (Signal is not > 1) return null;
        if (Math.Max(_above.Value, _below.Value) <= limit) return new Drift(DriftKind.Wider, _wider.Since);
        return _above.Value >= _below.Value ? new Drift(DriftKind.Above, _above.Since) : new Drift(DriftKind.Below, _below.Since);
    }

    private struct Sum
    {
        public double Value { get; private set; }

        /// <summary>The day after the sum last stood at 0: the maximum likelihood estimate of when the change came.</summary>
        public DateOnly Since { get; private set; }

        public void Add(DateOnly day, double deviation)
        {
            if (Value <= 0) Since = day;
            Value = Math.Max(0, Value + deviation - Reference);
        }
    }
}
