using System.Numerics;

namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// Simple exponential smoothing of the level with a pooled seasonal index: <c>e = y - L q; L += α e min(q, 1/q)</c>. The level moves less
/// in low season, where a value is less informative, as in discounted least squares with exposure q. α is chosen from a grid by squared
/// one-step error.
/// </summary>
internal sealed class PooledSmoothing : IForecaster
{
    /// <summary>The grid of smoothing factors.</summary>
    public static ReadOnlySpan<double> Grid =>
        [0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.135, 0.17, 0.21, 0.26, 0.31, 0.37, 0.44, 0.52, 0.62, 0.75, 0.87, 1];

    /// <summary>Largest error that counts in <see cref="Spread"/>, as a multiple of the mean of the lower nine tenths.</summary>
    private const double LargestError = 6;

    public string Name => "pooled_smoothing";

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        var (level, _) = Fit(window);
        for (var h = 0; h < mean.Length; h++) mean[h] = level * window.Index[window.Length + h];
        return true;
    }

    /// <summary>The level at the origin with the best α, and that α.</summary>
    public static (double Level, double Alpha) Fit(in SeriesWindow window)
    {
        var start = StartLevel(window);
        Span<double> levels = stackalloc double[Grid.Length];
        Span<double> squares = stackalloc double[Grid.Length];
        Run(window, start, Grid, levels, squares);
        var best = Lanes.FirstLeast(squares);
        return best < 0 ? (start, Grid[0]) : (levels[best], Grid[best]);
    }

    /// <summary>
    /// Usual one-step error: the mean absolute error with a given α, in the unit of the series; 0 without two known values. Larger errors
    /// than <see cref="LargestError"/> count as that: one outlier must not widen every interval.
    /// </summary>
    public static double Spread(in SeriesWindow window, double alpha)
    {
        var level = StartLevel(window);
        var (errors, count) = (new double[window.Length], 0);
        for (var t = 0; t < window.Length; t++)
        {
            if (double.IsNaN(window.Values[t])) continue;
            var error = window.Values[t] - (level * window.Index[t]);
            level = Math.Max(0, level + (alpha * error * Math.Min(window.Index[t], 1 / window.Index[t])));
            errors[count++] = Math.Abs(error);
        }

        if (count < 2) return 0;
        var known = errors.AsSpan(0, count);
        known.Sort();
        // The mean of the lower nine tenths is robust, and is not 0 for a series that is mostly 0.
        var kept = known[..Math.Max(1, count * 9 / 10)];
        var most = LargestError * System.Numerics.Tensors.TensorPrimitives.Sum<double>(kept) / kept.Length;
        var sum = 0.0;
        foreach (var error in known) sum += most > 0 ? Math.Min(error, most) : error;
        return sum / count;
    }

    /// <summary>The level at the origin with a given α, and the sum of squared one-step errors.</summary>
    public static (double Level, double Squares) Run(in SeriesWindow window, double start, double alpha)
    {
        var (level, squares) = (0.0, 0.0);
        Run(window, start, [alpha], new(ref level), new(ref squares));
        return (level, squares);
    }

    /// <summary>
    /// The levels at the origin for several α, and their sums of squared one-step errors; all spans have the same length.
    /// </summary>
    public static void Run(in SeriesWindow window, double start, ReadOnlySpan<double> alphas, Span<double> levels, Span<double> squares)
    {
        Span<State> states = stackalloc State[Lanes.VectorsFor(alphas.Length)];
        for (var v = 0; v < states.Length; v++)
            states[v] = new State { Alpha = Lanes.Pack(alphas, v, static alpha => alpha), Level = new(start) };
        var values = window.Values;
        var index = window.Index[..values.Length];
        for (var t = 0; t < values.Length; t++)
        {
            if (double.IsNaN(values[t])) continue;
            var (value, seasonal) = (new Vector<double>(values[t]), new Vector<double>(index[t]));
            var weight = new Vector<double>(Math.Min(index[t], 1 / index[t]));
            foreach (ref var state in states)
            {
                var error = value - (state.Level * seasonal);
                state.Squares += error * error;
                // MaxNative skips the NaN rules of Max; neither operand is NaN.
                state.Level = Vector.MaxNative(Vector<double>.Zero, state.Level + (state.Alpha * error * weight));
            }
        }

        for (var v = 0; v < states.Length; v++)
        {
            Lanes.Unpack(states[v].Level, v, levels);
            Lanes.Unpack(states[v].Squares, v, squares);
        }
    }

    /// <summary>Level of the first season (at least six values, where available): values divided by index.</summary>
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

    private struct State
    {
        public Vector<double> Alpha;
        public Vector<double> Level;
        public Vector<double> Squares;
    }
}
