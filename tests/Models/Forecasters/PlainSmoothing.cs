using CommunityDemand.Models.Forecasters;

namespace CommunityDemand.Tests.Models.Forecasters;

/// <summary>Members that smooth under a grid as plain loops, a point at a time: what the lanes must agree with.</summary>
internal static class PlainSmoothing
{
    public static (double Level, double Squares) Pooled(in SeriesWindow window, double start, double alpha)
    {
        var (level, squares) = (start, 0.0);
        for (var t = 0; t < window.Length; t++)
        {
            var error = window.Values[t] - (level * window.Index[t]);
            if (double.IsNaN(error)) continue;
            squares += error * error;
            level = Math.Max(0, level + (alpha * error * Math.Min(window.Index[t], 1 / window.Index[t])));
        }

        return (level, squares);
    }

    public static (double Level, double Alpha) PooledFit(in SeriesWindow window)
    {
        var start = PooledSmoothing.StartLevel(window);
        var (best, bestAlpha, least) = (start, PooledSmoothing.Grid[0], double.PositiveInfinity);
        foreach (var alpha in PooledSmoothing.Grid)
        {
            var (level, squares) = Pooled(window, start, alpha);
            if (squares < least) (best, bestAlpha, least) = (level, alpha, squares);
        }

        return (best, bestAlpha);
    }

    public static double[] DampedTrend(in SeriesWindow window, int horizon)
    {
        var (least, best) = (double.PositiveInfinity, (Level: 0.0, Trend: 0.0, Damping: 0.0));
        foreach (var damping in (double[])[0.85, 0.93, 0.98, 1])
        {
            foreach (var beta in (double[])[0.02, 0.06, 0.15])
            {
                foreach (var alpha in (double[])[0.05, 0.1, 0.2, 0.35, 0.55, 0.8, 1])
                {
                    var (level, trend, squares) = DampedTrend(window, alpha, beta, damping);
                    if (squares < least) (least, best) = (squares, (level, trend, damping));
                }
            }
        }

        var mean = new double[horizon];
        var (sum, factor) = (0.0, 1.0);
        for (var h = 0; h < horizon; h++)
        {
            sum += factor *= best.Damping;
            mean[h] = Math.Max(0, best.Level + (best.Trend * sum)) * window.Index[window.Length + h];
        }

        return mean;
    }

    /// <param name="slope">Of the least-squares line.</param>
    public static double[] Theta(in SeriesWindow window, double slope, int horizon)
    {
        var (least, best) = (double.PositiveInfinity, (Level: 0.0, Drift: 0.0));
        foreach (var share in (double[])[0.25, 0.5, 0.75])
        {
            foreach (var alpha in (double[])[0.03, 0.07, 0.12, 0.2, 0.3, 0.42, 0.58, 0.8, 1])
            {
                var (level, squares) = Theta(window, alpha, share * slope);
                if (squares < least) (least, best) = (squares, (level, share * slope));
            }
        }

        var mean = new double[horizon];
        for (var h = 0; h < horizon; h++) mean[h] = Math.Max(0, best.Level + (best.Drift * h)) * window.Index[window.Length + h];
        return mean;
    }

    private static (double Level, double Trend, double Squares) DampedTrend(
        in SeriesWindow window, double alpha, double beta, double damping)
    {
        var (level, trend, squares) = (PooledSmoothing.StartLevel(window), 0.0, 0.0);
        for (var t = 0; t < window.Length; t++)
        {
            var index = window.Index[t];
            trend *= damping;
            level += trend;
            var error = window.Values[t] - (level * index);
            if (double.IsNaN(error)) continue;
            squares += error * error;
            level += alpha * (error * Math.Min(index, 1 / index));
            trend += alpha * beta * (error * Math.Min(index, 1 / index));
        }

        return (level, trend, squares);
    }

    private static (double Level, double Squares) Theta(in SeriesWindow window, double alpha, double drift)
    {
        var (level, squares, decay) = (PooledSmoothing.StartLevel(window), 0.0, 1.0);
        for (var t = 0; t < window.Length; t++)
        {
            var index = window.Index[t];
            var forecast = (level + (drift * (1 - decay) / alpha)) * index;
            var value = double.IsNaN(window.Values[t]) ? forecast : window.Values[t];
            decay *= 1 - alpha;
            squares += (value - forecast) * (value - forecast);
            level += alpha * ((value / index) - level) * Math.Min(1, index * index);
        }

        return (level + (drift * (1 - decay) / alpha), squares);
    }
}
