using System.Collections.Immutable;
using System.Numerics;

namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// The Theta method (Assimakopoulos and Nikolopoulos 2000) on values divided by the pooled seasonal index: simple exponential smoothing
/// with a part of the least-squares slope as drift (Hyndman and Billah 2003, equation 6). The part (½ in the original) and α are chosen
/// by squared one-step error, as in Fiorucci et al. 2016.
/// </summary>
internal sealed class Theta : IForecaster
{
    private static readonly ImmutableArray<Point> Grid =
    [
        .. from share in (double[])[0.25, 0.5, 0.75]
           from alpha in (double[])[0.03, 0.07, 0.12, 0.2, 0.3, 0.42, 0.58, 0.8, 1]
           select new Point(alpha, share),
    ];

    /// <summary>The states before the first period, without the level, for a slope of 1.</summary>
    private static readonly ImmutableArray<State> Start =
    [
        .. from vector in Enumerable.Range(0, Lanes.VectorsFor(Grid.Length))
           select new State
           {
               Alpha = Lanes.Pack(Grid.AsSpan(), vector, point => point.Alpha),
               Drift = Lanes.Pack(Grid.AsSpan(), vector, point => point.SlopeShare),
               Decay = Vector<double>.One,
           },
    ];

    public string Name => "theta";

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        if (window.Length < Math.Max(6, window.Season)) return false;
        var (level, drift) = Fit(window, Slope(window));
        for (var h = 0; h < mean.Length; h++)
            mean[h] = Math.Max(0, level + (drift * h)) * window.Index[window.Length + h];
        return true;
    }

    /// <summary>The forecast of the first period after the origin at the best point of the grid, and its drift.</summary>
    private static (double Level, double Drift) Fit(in SeriesWindow window, double slope)
    {
        Span<State> states = stackalloc State[Start.Length];
        Start.CopyTo(states);
        Run(window, slope, states);
        Span<double> levels = stackalloc double[Grid.Length];
        Span<double> squares = stackalloc double[Grid.Length];
        for (var v = 0; v < states.Length; v++)
        {
            Lanes.Unpack(states[v].Forecast, v, levels);
            Lanes.Unpack(states[v].Squares, v, squares);
        }

        var best = Lanes.FirstLeast(squares);
        return best < 0 ? (0, 0) : (levels[best], Grid[best].SlopeShare * slope);
    }

    private static void Run(in SeriesWindow window, double slope, Span<State> states)
    {
        var start = new Vector<double>(PooledSmoothing.StartLevel(window));
        foreach (ref var state in states)
        {
            state.Drift *= slope;
            state.Level = start;
        }

        var values = window.Values;
        var index = window.Index[..values.Length];
        for (var t = 0; t < values.Length; t++)
        {
            if (double.IsNaN(values[t]))
            {
                // An unknown value leaves the states as if the forecast were right.
                var pull = new Vector<double>(Math.Min(1, index[t] * index[t]));
                foreach (ref var state in states)
                {
                    state.Level += state.Alpha * (state.Forecast - state.Level) * pull;
                    state.Decay *= Vector<double>.One - state.Alpha;
                }

                continue;
            }

            var (value, seasonal) = (new Vector<double>(values[t]), new Vector<double>(index[t]));
            var deseasonalised = new Vector<double>(values[t] / index[t]);
            var weight = new Vector<double>(Math.Min(1, index[t] * index[t]));
            foreach (ref var state in states)
            {
                var error = value - (state.Forecast * seasonal);
                state.Squares += error * error;
                state.Decay *= Vector<double>.One - state.Alpha;
                state.Level += state.Alpha * (deseasonalised - state.Level) * weight;
            }
        }
    }

    /// <summary>Slope per period of the least-squares line through the deseasonalised values.</summary>
    public static double Slope(in SeriesWindow window)
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

    private readonly record struct Point(double Alpha, double SlopeShare);

    private struct State
    {
        public Vector<double> Alpha;
        public Vector<double> Drift;
        public Vector<double> Level;

        /// <summary>(1 - α)^t.</summary>
        public Vector<double> Decay;

        public Vector<double> Squares;

        /// <summary>Smoothing with drift d: the one-step forecast is <c>l + d (1 - (1 - α)^t) / α</c>.</summary>
        public readonly Vector<double> Forecast => Level + (Drift * (Vector<double>.One - Decay) / Alpha);
    }
}
