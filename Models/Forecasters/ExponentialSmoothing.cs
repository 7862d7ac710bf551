namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// The additive exponential smoothing family in state-space form (Hyndman, Koehler, Ord and Snyder 2008, chapter 2): with or without damped trend, with or
/// without a season of its own. Starting states come from a regression on the first seasons, smoothing factors from a coordinate
/// search on squared one-step errors, the form from AICc; long pasts are cut to their last <see cref="MostSeasons"/> seasons.
/// </summary>
internal sealed class ExponentialSmoothing : IForecaster
{
    private const int MostSeasons = 12;
    private const int FewestPeriods = 150;
    private const int StartSeasons = 3;
    private const int Sweeps = 3;

    private static ReadOnlySpan<double> Alphas => [0.02, 0.05, 0.1, 0.18, 0.28, 0.4, 0.55, 0.75];

    private static ReadOnlySpan<double> Betas => [0, 0.02, 0.06, 0.15, 0.3];

    private static ReadOnlySpan<double> Gammas => [0.001, 0.03, 0.08, 0.15, 0.3];

    private static ReadOnlySpan<double> Dampings => [0.8, 0.9, 0.95, 0.98];

    public string Name => "ets";

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        var kept = Math.Min(window.Length, Math.Max(FewestPeriods, MostSeasons * window.Season));
        var values = window.Calendar.IsEmpty ? window.Values[^kept..] : Plain(window, kept);
        if (values.Length < 8) return false;
        var best = default(Fit);
        best.Criterion = double.PositiveInfinity;
        var seasons = values.Length / window.Season;
        foreach (var season in (ReadOnlySpan<int>)[1, window.Season])
        {
            // A season needs two of itself to be told from noise; a long one costs more than it tells.
            if (season > 1 && (seasons < 2 || season > 60)) continue;
            foreach (var trend in (ReadOnlySpan<bool>)[false, true])
            {
                var fit = Search(values, States.Start(values, season, trend), trend);
                if (fit.Criterion < best.Criterion) best = fit;
            }

            if (window.Season == 1) break;
        }

        if (best.States is not { } states || double.IsPositiveInfinity(best.Criterion)) return false;
        states.Forecast(best.Factors.Damping, values.Length, mean);
        for (var h = 0; h < mean.Length && !window.Calendar.IsEmpty; h++) mean[h] *= window.Calendar[window.Length + h];
        return true;
    }

    /// <summary>The last values as they would have been on ordinary days; NaN for days too unlike them.</summary>
    private static double[] Plain(in SeriesWindow window, int count)
    {
        var plain = new double[count];
        for (var i = 0; i < count; i++)
        {
            var t = window.Length - count + i;
            plain[i] = window.Calendar[t] is < 0.2 or > 5 ? double.NaN : window.Values[t] / window.Calendar[t];
        }

        return plain;
    }

    /// <summary>Turns one factor at a time to its best value, a few times over.</summary>
    private static Fit Search(ReadOnlySpan<double> values, States start, bool trend)
    {
        var factors = new Factors(0.18, trend ? 0.06 : 0, start.Season > 1 ? 0.08 : 0, trend ? 0.9 : 1);
        var best = Score(values, start, factors, trend);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var before = best.Criterion;
            foreach (var alpha in Alphas) Try(values, start, best.Factors with { Alpha = alpha }, trend, ref best);
            if (start.Season > 1)
            {
                foreach (var gamma in Gammas) Try(values, start, best.Factors with { Gamma = gamma }, trend, ref best);
            }

            if (trend)
            {
                foreach (var beta in Betas) Try(values, start, best.Factors with { Beta = beta }, trend, ref best);
                foreach (var damping in Dampings) Try(values, start, best.Factors with { Damping = damping }, trend, ref best);
            }

            if (best.Criterion >= before) break;
        }

        return best;
    }

    private static void Try(ReadOnlySpan<double> values, States start, Factors factors, bool trend, ref Fit best)
    {
        var fit = Score(values, start, factors, trend);
        if (fit.Criterion < best.Criterion) best = fit;
    }

    private static Fit Score(ReadOnlySpan<double> values, States start, Factors factors, bool trend)
    {
        var states = start.Copy();
        var (squares, count) = states.Run(values, factors);
        double parameters = 2 + (trend ? 3 : 0) + (start.Season > 1 ? start.Season : 0);
        var criterion = count <= parameters + 1 || squares <= 0
            ? (squares <= 0 ? double.MinValue : double.PositiveInfinity)
            : (count * Math.Log(squares / count)) + (2 * parameters * count / (count - parameters - 1));
        return new Fit { Criterion = criterion, Factors = factors, States = states };
    }

    private struct Fit
    {
        public double Criterion;
        public Factors Factors;
        public States? States;
    }

    private readonly record struct Factors(double Alpha, double Beta, double Gamma, double Damping);

    /// <summary>Level, trend and seasonal states.</summary>
    private sealed class States
    {
        private readonly double[] _season;
        private double _level;
        private double _trend;

        private States(double level, double trend, double[] season) => (_level, _trend, _season) = (level, trend, season);

        public int Season => _season.Length;

        /// <summary>Level and (with trend) slope by least squares over the first seasons, seasonal states as mean distances from them.</summary>
        public static States Start(ReadOnlySpan<double> values, int season, bool trend)
        {
            var length = Math.Min(values.Length, Math.Max(StartSeasons * season, 10));
            length -= season > 1 ? length % season : 0;
            var (n, st, sy, stt, sty) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var t = 0; t < length; t++)
            {
                if (double.IsNaN(values[t])) continue;
                n++;
                st += t;
                sy += values[t];
                stt += (double)t * t;
                sty += t * values[t];
            }

            var determinant = (n * stt) - (st * st);
            var slope = trend && determinant > 0 ? ((n * sty) - (st * sy)) / determinant : 0;
            var level = n > 0 ? (sy - (slope * st)) / n : 0;
            var (sums, counts) = (new double[season], new int[season]);
            for (var t = 0; t < length && season > 1; t++)
            {
                if (double.IsNaN(values[t])) continue;
                sums[t % season] += values[t] - level - (slope * t);
                counts[t % season]++;
            }

            for (var j = 0; j < season; j++) sums[j] = counts[j] == 0 ? 0 : sums[j] / counts[j];
            return new States(level, slope, sums);
        }

        public States Copy() => new(_level, _trend, (double[])_season.Clone());

        public (double Squares, int Count) Run(ReadOnlySpan<double> values, Factors factors)
        {
            var (squares, count, phase) = (0.0, 0, 0);
            for (var t = 0; t < values.Length; t++)
            {
                var trend = factors.Damping * _trend;
                var error = values[t] - (_level + trend + _season[phase]);
                if (double.IsNaN(error)) error = 0;
                else count++;
                squares += error * error;
                _level += trend + (factors.Alpha * error);
                _trend = trend + (factors.Alpha * factors.Beta * error);
                _season[phase] += factors.Gamma * error;
                if (++phase == _season.Length) phase = 0;
            }

            return (squares, count);
        }

        public void Forecast(double damping, int origin, Span<double> mean)
        {
            var (sum, factor) = (0.0, 1.0);
            for (var h = 0; h < mean.Length; h++)
            {
                factor *= damping;
                sum += factor;
                mean[h] = Math.Max(0, _level + (sum * _trend) + _season[(origin + h) % _season.Length]);
            }
        }
    }
}
