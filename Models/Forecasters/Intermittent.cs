namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// Forecasters of intermittent demand: the probability and the size of demand are smoothed separately. They serve series with at least a
/// share <see cref="LeastZeros"/> of zeros, and have no season.
/// </summary>
internal abstract class Intermittent : IForecaster
{
    public const double LeastZeros = 0.3;

    protected static ReadOnlySpan<double> Grid => [0.02, 0.05, 0.1, 0.15, 0.2, 0.3];

    public abstract string Name { get; }

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        var (known, zeros) = (0, 0);
        foreach (var value in window.Values)
        {
            if (double.IsNaN(value)) continue;
            known++;
            if (value == 0) zeros++;
        }

        if (known < 4 || zeros < LeastZeros * known || zeros == known) return false;
        var (best, least) = (0.0, double.PositiveInfinity);
        foreach (var alpha in Grid)
        {
            var (rate, squares) = Run(window.Values, alpha);
            if (squares >= least) continue;
            (best, least) = (rate, squares);
        }

        mean.Fill(Math.Max(0, best));
        return true;
    }

    /// <summary>The demand rate at the origin, and the sum of squared one-step errors.</summary>
    protected abstract (double Rate, double Squares) Run(ReadOnlySpan<double> values, double alpha);
}

/// <summary>Croston's method (1972) with the bias correction of Syntetos and Boylan (2005): size over interval, times 1 - α/2.</summary>
internal sealed class CrostonSba : Intermittent
{
    public override string Name => "croston_sba";

    protected override (double Rate, double Squares) Run(ReadOnlySpan<double> values, double alpha)
    {
        var (size, interval, gap, squares, started) = (0.0, 1.0, 1, 0.0, false);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            if (started)
            {
                var error = value - ((1 - (alpha / 2)) * size / interval);
                squares += error * error;
            }

            if (value <= 0)
            {
                gap++;
                continue;
            }

            (size, interval) = started ? (size + (alpha * (value - size)), interval + (alpha * (gap - interval))) : (value, gap);
            (gap, started) = (1, true);
        }

        return ((1 - (alpha / 2)) * size / interval, squares);
    }
}

/// <summary>
/// The method of Teunter, Syntetos and Babai (2011): the probability of demand is updated in every period, so the forecast of a dying
/// series falls to 0.
/// </summary>
internal sealed class Tsb : Intermittent
{
    public override string Name => "tsb";

    protected override (double Rate, double Squares) Run(ReadOnlySpan<double> values, double alpha)
    {
        var (size, probability, squares, started) = (0.0, 1.0, 0.0, false);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            var error = value - (probability * size);
            if (started) squares += error * error;
            if (value > 0)
            {
                size = started ? size + (alpha * (value - size)) : value;
                started = true;
            }

            probability += alpha * ((value > 0 ? 1 : 0) - probability);
        }

        return (probability * size, squares);
    }
}
