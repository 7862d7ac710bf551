namespace CommunityDemand.Domain.Statistics;

/// <summary>Measures of the accuracy of quantile and interval forecasts.</summary>
public static class Probabilistic
{
    /// <summary>
    /// Pinball (quantile) loss (Koenker and Bassett 1978; Gneiting 2011): <c>level · (y - q)</c> where the actual value y is above the
    /// quantile q, otherwise <c>(1 - level) · (q - y)</c>. In the unit of the values.
    /// </summary>
    public static double Pinball(double actual, double quantile, double level) =>
        actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);

    /// <summary>
    /// Continuous ranked probability score of a forecast given by some quantiles: twice the pinball loss integrated over the levels
    /// (Gneiting and Ranjan 2011, equation 2). Each quantile represents the levels closest to it. In the unit of the values.
    /// </summary>
    /// <param name="levels">Levels, ascending, inside (0, 1).</param>
    /// <param name="quantiles">One quantile for each level.</param>
    public static double Crps(double actual, ReadOnlySpan<double> levels, ReadOnlySpan<double> quantiles)
    {
        var sum = 0.0;
        for (var i = 0; i < levels.Length; i++)
        {
            var from = i == 0 ? 0 : (levels[i - 1] + levels[i]) / 2;
            var to = i == levels.Length - 1 ? 1 : (levels[i] + levels[i + 1]) / 2;
            sum += (to - from) * Pinball(actual, quantiles[i], levels[i]);
        }

        return 2 * sum;
    }

    /// <summary>Whether the actual value lies inside the interval, ends included. The mean of this over periods is the coverage.</summary>
    public static bool Covers(double actual, double lower, double upper) => actual >= lower && actual <= upper;
}
