using System.Collections.Immutable;
using System.Numerics;

namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// Damped-trend smoothing (Gardner and McKenzie 1985) of values divided by the pooled seasonal index. α, β and φ are chosen from a small
/// grid by squared one-step error.
/// </summary>
internal sealed class DampedTrend : IForecaster
{
    private static readonly ImmutableArray<Point> Grid =
    [
        .. from damping in (double[])[0.85, 0.93, 0.98, 1]
           from beta in (double[])[0.02, 0.06, 0.15]
           from alpha in (double[])[0.05, 0.1, 0.2, 0.35, 0.55, 0.8, 1]
           select new Point(alpha, beta, damping),
    ];

    /// <summary>The states before the first period, without the level.</summary>
    private static readonly ImmutableArray<State> Start =
    [
        .. from vector in Enumerable.Range(0, Lanes.VectorsFor(Grid.Length))
           select new State
           {
               Alpha = Lanes.Pack(Grid.AsSpan(), vector, point => point.Alpha),
               AlphaBeta = Lanes.Pack(Grid.AsSpan(), vector, point => point.Alpha * point.Beta),
               Damping = Lanes.Pack(Grid.AsSpan(), vector, point => point.Damping),
           },
    ];

    public string Name => "damped_trend";

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        if (window.Length < Math.Max(8, window.Season)) return false;
        var (level, trend, damping) = Fit(window);
        var (sum, factor) = (0.0, 1.0);
        for (var h = 0; h < mean.Length; h++)
        {
            factor *= damping;
            sum += factor;
            mean[h] = Math.Max(0, level + (trend * sum)) * window.Index[window.Length + h];
        }

        return true;
    }

    /// <summary>Level and trend at the origin at the best point of the grid, and its φ.</summary>
    private static (double Level, double Trend, double Damping) Fit(in SeriesWindow window)
    {
        Span<State> states = stackalloc State[Start.Length];
        Start.CopyTo(states);
        Run(window, states);
        Span<double> levels = stackalloc double[Grid.Length];
        Span<double> trends = stackalloc double[Grid.Length];
        Span<double> squares = stackalloc double[Grid.Length];
        for (var v = 0; v < states.Length; v++)
        {
            Lanes.Unpack(states[v].Level, v, levels);
            Lanes.Unpack(states[v].Trend, v, trends);
            Lanes.Unpack(states[v].Squares, v, squares);
        }

        var best = Lanes.FirstLeast(squares);
        return best < 0 ? (0, 0, 1) : (levels[best], trends[best], Grid[best].Damping);
    }

    private static void Run(in SeriesWindow window, Span<State> states)
    {
        var start = new Vector<double>(PooledSmoothing.StartLevel(window));
        foreach (ref var state in states) state.Level = start;
        var values = window.Values;
        var index = window.Index[..values.Length];
        for (var t = 0; t < values.Length; t++)
        {
            if (double.IsNaN(values[t]))
            {
                foreach (ref var state in states) state.Level += state.Trend *= state.Damping;
                continue;
            }

            var (value, seasonal) = (new Vector<double>(values[t]), new Vector<double>(index[t]));
            var weight = new Vector<double>(Math.Min(index[t], 1 / index[t]));
            foreach (ref var state in states)
            {
                var trend = state.Damping * state.Trend;
                var forecast = state.Level + trend;
                var error = value - (forecast * seasonal);
                var correction = error * weight;
                state.Squares += error * error;
                state.Level = forecast + (state.Alpha * correction);
                state.Trend = trend + (state.AlphaBeta * correction);
            }
        }
    }

    private readonly record struct Point(double Alpha, double Beta, double Damping);

    private struct State
    {
        public Vector<double> Alpha;
        public Vector<double> AlphaBeta;
        public Vector<double> Damping;
        public Vector<double> Level;
        public Vector<double> Trend;
        public Vector<double> Squares;
    }
}
