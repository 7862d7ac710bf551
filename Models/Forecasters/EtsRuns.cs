using System.Numerics;

namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// Runs of additive exponential smoothing from the same states with several factors at once (see <see cref="Lanes"/>); the buffers are
/// reused between runs.
/// </summary>
internal sealed class EtsRuns(EtsStates start, int mostPoints)
{
    private readonly State[] _states = new State[Lanes.VectorsFor(mostPoints)];

    /// <summary>Seasonal states, phase x vector.</summary>
    private readonly Vector<double>[] _season = new Vector<double>[start.Season.Length * Lanes.VectorsFor(mostPoints)];

    /// <summary>Runs the smoothing and writes the sum of squared one-step errors of each point.</summary>
    /// <param name="values">Values; NaN where unknown: the states then continue as if the forecast were right.</param>
    public void Run(ReadOnlySpan<double> values, ReadOnlySpan<EtsFactors> points, Span<double> squares)
    {
        var states = _states.AsSpan(0, Lanes.VectorsFor(points.Length));
        Begin(points, states);
        var phase = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) Skip(states);
            else Step(states, new(value), _season.AsSpan(phase * states.Length, states.Length));
            if (++phase == start.Season.Length) phase = 0;
        }

        for (var v = 0; v < states.Length; v++) Lanes.Unpack(states[v].Squares, v, squares);
    }

    /// <summary>The states after the last value, for the last run with a single point.</summary>
    public EtsStates End()
    {
        var season = new double[start.Season.Length];
        for (var phase = 0; phase < season.Length; phase++) season[phase] = _season[phase][0];
        return new(_states[0].Level[0], _states[0].Trend[0], season);
    }

    private void Begin(ReadOnlySpan<EtsFactors> points, Span<State> states)
    {
        for (var v = 0; v < states.Length; v++)
        {
            states[v] = new()
            {
                Alpha = Lanes.Pack(points, v, static point => point.Alpha),
                AlphaBeta = Lanes.Pack(points, v, static point => point.Alpha * point.Beta),
                Gamma = Lanes.Pack(points, v, static point => point.Gamma),
                Damping = Lanes.Pack(points, v, static point => point.Damping),
                Level = new(start.Level),
                Trend = new(start.Trend),
            };
        }

        for (var phase = 0; phase < start.Season.Length; phase++)
            _season.AsSpan(phase * states.Length, states.Length).Fill(new(start.Season[phase]));
    }

    private static void Skip(Span<State> states)
    {
        foreach (ref var state in states) state.Level += state.Trend *= state.Damping;
    }

    private static void Step(Span<State> states, Vector<double> value, Span<Vector<double>> season)
    {
        for (var v = 0; v < states.Length; v++)
        {
            ref var state = ref states[v];
            var trend = state.Damping * state.Trend;
            var error = value - (state.Level + trend + season[v]);
            state.Squares += error * error;
            state.Level += trend + (state.Alpha * error);
            state.Trend = trend + (state.AlphaBeta * error);
            season[v] += state.Gamma * error;
        }
    }

    private struct State
    {
        public Vector<double> Alpha;
        public Vector<double> AlphaBeta;
        public Vector<double> Gamma;
        public Vector<double> Damping;
        public Vector<double> Level;
        public Vector<double> Trend;
        public Vector<double> Squares;
    }
}
