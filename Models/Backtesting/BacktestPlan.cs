namespace CommunityDemand.Models.Backtesting;

/// <summary>From which periods the training looks back at itself: origins whose forecasts can be compared with what came.</summary>
internal static class BacktestPlan
{
    /// <summary>
    /// Origins, ascending. Whole horizons come first, a third of a horizon apart; where the past is too short for enough of them,
    /// origins nearer to the end follow, whose horizon is only partly known.
    /// </summary>
    /// <param name="periods">Periods observed.</param>
    /// <param name="most">Most origins.</param>
    /// <returns>Empty if the past is too short to learn anything from.</returns>
    public static int[] Origins(int periods, int horizon, int season, int most)
    {
        var least = Math.Max(4, season + (season / 2));
        var step = Math.Max(1, horizon / 3);
        var origins = new List<int>();
        for (var origin = periods - horizon; origin >= least && origins.Count < most; origin -= step) origins.Add(origin);
        for (var origin = periods - horizon + step; origins.Count < most && origin <= periods - Math.Max(1, horizon / 6); origin += step)
        {
            if (origin >= least) origins.Add(origin);
        }

        return [.. origins.Order()];
    }
}
