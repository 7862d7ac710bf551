namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// Simple exponential smoothing of the level under a pooled seasonal index: <c>e = y - L q; L += α e min(q, 1/q)</c>. The level moves
/// less in low season, where a value says less about it, as in discounted least squares with exposure q. α is taken from a
/// grid by squared one-step error.
/// </summary>
internal sealed class PooledSmoothing : IForecaster
{
    /// <summary>The grid of smoothing factors.</summary>
    public static ReadOnlySpan<double> Grid =>
        [0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.135, 0.17, 0.21, 0.26, 0.31, 0.37, 0.44, 0.52, 0.62, 0.75];

    public string Name => "pooled_smoothing";

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        var (level, _) = Fit(window);
        for (var h = 0; h < mean.Length; h++) mean[h] = level * window.Index[window.Length + h];
        return true;
    }

    /// <summary>The level at the origin under the best α, and that α.</summary>
    public static (double Level, double Alpha) Fit(in SeriesWindow window)
    {
        var start = StartLevel(window);
        var (bestLevel, bestAlpha, least) = (start, Grid[0], double.PositiveInfinity);
        foreach (var alpha in Grid)
        {
            var (level, squares) = Run(window, start, alpha);
            if (squares >= least) continue;
            (bestLevel, bestAlpha, least) = (level, alpha, squares);
        }

        return (bestLevel, bestAlpha);
    }

    /// <summary>The level at the origin under a given α.</summary>
    public static (double Level, double Squares) Run(in SeriesWindow window, double start, double alpha)
    {
        var (level, squares) = (start, 0.0);
        var values = window.Values;
        var index = window.Index[..values.Length];
        for (var t = 0; t < values.Length; t++)
        {
            var error = values[t] - (level * index[t]);
            if (double.IsNaN(error)) continue;
            squares += error * error;
            level = Math.Max(0, level + (alpha * error * Math.Min(index[t], 1 / index[t])));
        }

        return (level, squares);
    }

    /// <summary>Level of the first season (at least six values, where there are): values over index.</summary>
    public static double StartLevel(in SeriesWindow window)
    {
        var (sum, exposure) = (0.0, 0.0);
        var length = Math.Min(window.Length, Math.Max(window.Season, 6));
        for (var t = 0; t < length; t++)
        {
            if (double.IsNaN(window.Values[t])) continue;
            sum += window.Values[t];
            exposure += window.Index[t];
        }

        return exposure > 0 ? sum / exposure : 0;
    }
}
