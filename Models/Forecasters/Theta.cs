namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// The Theta method (Assimakopoulos and Nikolopoulos 2000) on the values divided by the pooled seasonal index, as simple exponential
/// smoothing with a part of the least-squares slope as drift (Hyndman and Billah 2003, equation 6). The part (½ in the
/// original) and α are chosen by squared one-step error, after Fiorucci et al. 2016.
/// </summary>
internal sealed class Theta : IForecaster
{
    private static ReadOnlySpan<double> Alphas => [0.03, 0.07, 0.12, 0.2, 0.3, 0.42, 0.58, 0.8];

    private static ReadOnlySpan<double> SlopeShares => [0.25, 0.5, 0.75];

    public string Name => "theta";

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        if (window.Length < Math.Max(6, window.Season)) return false;
        var slope = Slope(window);
        var (best, bestAlpha, bestDrift) = (double.PositiveInfinity, 0.1, 0.0);
        foreach (var share in SlopeShares)
        {
            foreach (var alpha in Alphas)
            {
                var (_, squares) = Run(window, alpha, share * slope);
                if (squares >= best) continue;
                (best, bestAlpha, bestDrift) = (squares, alpha, share * slope);
            }
        }

        var (level, _) = Run(window, bestAlpha, bestDrift);
        for (var h = 0; h < mean.Length; h++)
            mean[h] = Math.Max(0, level + (bestDrift * h)) * window.Index[window.Length + h];
        return true;
    }

    /// <summary>Smoothing with drift d: the one-step forecast is <c>l + d (1 - (1 - α)^t) / α</c>; returns it as of the origin.</summary>
    private static (double Level, double Squares) Run(in SeriesWindow window, double alpha, double drift)
    {
        var level = PooledSmoothing.StartLevel(window);
        var (squares, decay) = (0.0, 1.0);
        for (var t = 0; t < window.Length; t++)
        {
            var forecast = level + (drift * (1 - decay) / alpha);
            decay *= 1 - alpha;
            var index = window.Index[t];
            var error = window.Values[t] - (forecast * index);
            if (double.IsNaN(error)) continue;
            squares += error * error;
            level += alpha * ((window.Values[t] / index) - level) * Math.Min(1, index * index);
        }

        return (level + (drift * (1 - decay) / alpha), squares);
    }

    private static double Slope(in SeriesWindow window)
    {
        double weight = 0, times = 0, values = 0;
        for (var t = 0; t < window.Length; t++)
        {
            if (double.IsNaN(window.Values[t])) continue;
            weight += window.Index[t];
            times += window.Index[t] * t;
            values += window.Values[t];
        }

        if (weight <= 0) return 0;
        var (meanTime, meanValue) = (times / weight, values / weight);
        var (covariance, variance) = (0.0, 0.0);
        for (var t = 0; t < window.Length; t++)
        {
            if (double.IsNaN(window.Values[t])) continue;
            covariance += (t - meanTime) * (window.Values[t] - (meanValue * window.Index[t]));
            variance += window.Index[t] * (t - meanTime) * (t - meanTime);
        }

        return variance > 0 ? covariance / variance : 0;
    }
}
