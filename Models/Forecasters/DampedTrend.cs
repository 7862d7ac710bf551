namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// Damped-trend smoothing (Gardner and McKenzie 1985) of the values divided by the pooled seasonal index. α, β and φ come from a small
/// grid by squared one-step error.
/// </summary>
internal sealed class DampedTrend : IForecaster
{
    private static ReadOnlySpan<double> Alphas => [0.05, 0.1, 0.2, 0.35, 0.55];

    private static ReadOnlySpan<double> Betas => [0.02, 0.06, 0.15];

    private static ReadOnlySpan<double> Dampings => [0.85, 0.93, 0.98];

    public string Name => "damped_trend";

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        if (window.Length < Math.Max(8, window.Season)) return false;
        var least = double.PositiveInfinity;
        var (bestLevel, bestTrend, bestDamping) = (0.0, 0.0, 0.9);
        foreach (var damping in Dampings)
        {
            foreach (var beta in Betas)
            {
                foreach (var alpha in Alphas)
                {
                    var (level, trend, squares) = Run(window, alpha, beta, damping);
                    if (squares >= least) continue;
                    (least, bestLevel, bestTrend, bestDamping) = (squares, level, trend, damping);
                }
            }
        }

        var (sum, factor) = (0.0, 1.0);
        for (var h = 0; h < mean.Length; h++)
        {
            factor *= bestDamping;
            sum += factor;
            mean[h] = Math.Max(0, bestLevel + (bestTrend * sum)) * window.Index[window.Length + h];
        }

        return true;
    }

    private static (double Level, double Trend, double Squares) Run(in SeriesWindow window, double alpha, double beta, double damping)
    {
        var (level, trend, squares) = (PooledSmoothing.StartLevel(window), 0.0, 0.0);
        for (var t = 0; t < window.Length; t++)
        {
            var index = window.Index[t];
            var forecast = level + (damping * trend);
            var error = window.Values[t] - (forecast * index);
            trend *= damping;
            level = forecast;
            if (double.IsNaN(error)) continue;
            squares += error * error;
            var correction = error * Math.Min(index, 1 / index);
            level += alpha * correction;
            trend += alpha * beta * correction;
        }

        return (level, trend, squares);
    }
}
