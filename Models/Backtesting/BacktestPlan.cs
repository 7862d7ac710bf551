namespace CommunityDemand.Models.Backtesting;

/// <summary>
/// Origins of the backtest that a training runs: origins in the past, whose forecasts can be compared with actual values.
/// </summary>
internal static class BacktestPlan
{
    /// <summary>
    /// Origins, ascending. Origins with a whole horizon come first. They are a horizon or a season apart, whichever is shorter, where the
    /// history allows: close origins have the same errors, and distant ones tell of another time. They are at least a third of a horizon
    /// apart. Where the history is too short for enough of these, later origins follow, whose horizon is only partly known.
    /// </summary>
    /// <param name="periods">Number of observed periods.</param>
    /// <param name="most">Maximum number of origins.</param>
    /// <returns>Empty if the history is too short for a backtest.</returns>
    public static int[] Origins(int periods, int horizon, int season, int most)
    {
        var least = Math.Max(4, season + (season / 2));
        var (room, third) = (periods - horizon - least, Math.Max(1, horizon / 3));
        var step = Math.Clamp(most > 1 ? room / (most - 1) : 0, third, Math.Max(third, Math.Min(horizon, season)));
        var origins = new List<int>();
        for (var origin = periods - horizon; origin >= least && origins.Count < most; origin -= step) origins.Add(origin);
        for (var origin = periods - horizon + step; origins.Count < most && origin <= periods - Math.Max(1, horizon / 6); origin += step)
        {
            if (origin >= least) origins.Add(origin);
        }

        return [.. origins.Order()];
    }
}
