using CommunityDemand.Models.Forecasters;

namespace CommunityDemand.Tests.Models.Forecasters;

/// <summary>The coordinate search of exponential smoothing one set of factors at a time, each from a copy of the starting states.</summary>
internal sealed class PlainEts(double[] values, EtsStates start, bool trend)
{
    private static readonly double[] Alphas = [0.02, 0.05, 0.1, 0.18, 0.3, 0.45, 0.7, 1];
    private static readonly double[] Gammas = [0.001, 0.03, 0.08, 0.15, 0.3];
    private static readonly double[] Betas = [0, 0.02, 0.06, 0.15, 0.3];
    private static readonly double[] Dampings = [0.8, 0.9, 0.95, 0.98];

    private readonly bool _seasonal = start.Season.Length > 1;

    public double Criterion { get; private set; } = double.PositiveInfinity;

    public EtsFactors Factors { get; private set; }

    /// <summary>The forecast of the best form; null where none serves the values.</summary>
    public static double[]? Forecast(double[] values, int period, int horizon)
    {
        var (best, bestStart) = (default(PlainEts), default(EtsStates));
        foreach (var season in (int[])(period == 1 ? [1] : [1, period]))
        {
            if (season > 1 && values.Length / season < 2) continue;
            foreach (var trend in (bool[])[false, true])
            {
                var start = EtsStates.Start(values, season, trend);
                var search = new PlainEts(values, start, trend);
                search.Search();
                if (search.Criterion < (best?.Criterion ?? double.PositiveInfinity)) (best, bestStart) = (search, start);
            }
        }

        if (best is null) return null;
        var mean = new double[horizon];
        Run(values, bestStart!, best.Factors).End.Forecast(best.Factors.Damping, values.Length, mean);
        return mean;
    }

    public static (EtsStates End, double Squares) Run(double[] values, EtsStates start, EtsFactors factors)
    {
        var (level, slope, season, squares) = (start.Level, start.Trend, start.Season.ToArray(), 0.0);
        for (var t = 0; t < values.Length; t++)
        {
            ref var seasonal = ref season[t % season.Length];
            var damped = factors.Damping * slope;
            var error = values[t] - (level + damped + seasonal);
            if (double.IsNaN(error)) error = 0;
            squares += error * error;
            level += damped + (factors.Alpha * error);
            slope = damped + (factors.Alpha * factors.Beta * error);
            seasonal += factors.Gamma * error;
        }

        return (new(level, slope, season), squares);
    }

    private void Search()
    {
        Try(new(0.18, trend ? 0.06 : 0, _seasonal ? 0.08 : 0, trend ? 0.9 : 1));
        for (var sweep = 0; sweep < 3; sweep++)
        {
            var before = Criterion;
            foreach (var alpha in Alphas) Try(Factors with { Alpha = alpha });
            foreach (var gamma in _seasonal ? Gammas : []) Try(Factors with { Gamma = gamma });
            foreach (var beta in trend ? Betas : []) Try(Factors with { Beta = beta });
            foreach (var damping in trend ? Dampings : []) Try(Factors with { Damping = damping });
            if (Criterion >= before) break;
        }
    }

    private void Try(EtsFactors factors)
    {
        var (_, squares) = Run(values, start, factors);
        var count = values.Count(value => !double.IsNaN(value));
        double parameters = 2 + (trend ? 3 : 0) + (_seasonal ? start.Season.Length : 0);
        var criterion = squares <= 0 ? double.MinValue
            : count <= parameters + 1 ? double.PositiveInfinity
            : (count * Math.Log(squares / count)) + (2 * parameters * count / (count - parameters - 1));
        if (criterion < Criterion) (Criterion, Factors) = (criterion, factors);
    }
}
