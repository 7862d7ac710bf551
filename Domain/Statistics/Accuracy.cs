namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Measures of the accuracy of point forecasts. Periods without a known actual value (NaN) are left out; a measure over no periods is
/// NaN.
/// </summary>
public static class Accuracy
{
    /// <summary>
    /// Mean absolute error of the seasonal naive forecast on the training values: the denominator of MASE (Hyndman and Koehler 2006,
    /// "Another look at measures of forecast accuracy", equation 4, in its seasonal form).
    /// </summary>
    /// <returns>
    /// A value in the unit of the series; 0 for a series that repeats exactly; NaN if no pair of values one season apart is known.
    /// </returns>
    public static double SeasonalNaiveScale(ReadOnlySpan<double> training, int season)
    {
        var (sum, count) = (0.0, 0);
        for (var t = season; t < training.Length; t++)
        {
            var error = Math.Abs(training[t] - training[t - season]);
            if (double.IsNaN(error)) continue;
            sum += error;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>Root mean squared error of the seasonal naive forecast on the training values: the denominator of RMSSE.</summary>
    /// <returns>A value in the unit of the series; NaN if no pair of values one season apart is known.</returns>
    public static double SeasonalNaiveRootScale(ReadOnlySpan<double> training, int season)
    {
        var (sum, count) = (0.0, 0);
        for (var t = season; t < training.Length; t++)
        {
            var error = training[t] - training[t - season];
            if (double.IsNaN(error)) continue;
            sum += error * error;
            count++;
        }

        return count == 0 ? double.NaN : Math.Sqrt(sum / count);
    }

    /// <summary>Mean absolute error.</summary>
    public static double MeanAbsoluteError(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        var (sum, count) = (0.0, 0);
        for (var t = 0; t < actual.Length; t++)
        {
            if (double.IsNaN(actual[t])) continue;
            sum += Math.Abs(actual[t] - forecast[t]);
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>Root mean squared error.</summary>
    public static double RootMeanSquaredError(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        var (sum, count) = (0.0, 0);
        for (var t = 0; t < actual.Length; t++)
        {
            if (double.IsNaN(actual[t])) continue;
            var error = actual[t] - forecast[t];
            sum += error * error;
            count++;
        }

        return count == 0 ? double.NaN : Math.Sqrt(sum / count);
    }

    /// <summary>
    /// Mean absolute scaled error (Hyndman and Koehler 2006, section 3): mean absolute error divided by <see cref="SeasonalNaiveScale"/>.
    /// A value below 1 is better than the in-sample seasonal naive forecast.
    /// </summary>
    /// <returns>NaN where the scale is 0 or unknown; means leave out such series and count them.</returns>
    public static double Mase(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast, double scale) =>
        scale > 0 ? MeanAbsoluteError(actual, forecast) / scale : double.NaN;

    /// <summary>
    /// Root mean squared scaled error (Makridakis, Spiliotis and Assimakopoulos 2022, "M5 accuracy competition", section 2.3), with the
    /// seasonal naive scale <see cref="SeasonalNaiveRootScale"/>.
    /// </summary>
    /// <returns>NaN where the scale is 0 or unknown.</returns>
    public static double Rmsse(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast, double scale) =>
        scale > 0 ? RootMeanSquaredError(actual, forecast) / scale : double.NaN;

    /// <summary>
    /// Weighted absolute percentage error: sum of absolute errors divided by the sum of absolute actual values (Kolassa and Schütz 2007,
    /// the "MAD/mean ratio").
    /// </summary>
    /// <returns>NaN if the actual values sum to 0.</returns>
    public static double Wape(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        var (errors, sum) = (0.0, 0.0);
        for (var t = 0; t < actual.Length; t++)
        {
            if (double.IsNaN(actual[t])) continue;
            errors += Math.Abs(actual[t] - forecast[t]);
            sum += Math.Abs(actual[t]);
        }

        return sum > 0 ? errors / sum : double.NaN;
    }
}
