namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// The additive exponential smoothing family in state-space form (Hyndman, Koehler, Ord and Snyder 2008, chapter 2): with or without
/// damped trend, with or without a season of its own. Start states come from a regression on the first seasons, smoothing factors from a
/// coordinate search on squared one-step errors, and the form from AICc. Long histories are cut to their last <see cref="MostSeasons"/>
/// seasons.
/// </summary>
internal sealed class ExponentialSmoothing : IForecaster
{
    private const int MostSeasons = 12;
    private const int FewestPeriods = 150;

    public string Name => "ets";

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        var kept = Math.Min(window.Length, Math.Max(FewestPeriods, MostSeasons * window.Season));
        var values = window.Calendar.IsEmpty ? window.Values[^kept..] : Plain(window, kept);
        // States start from the first seasons; with a gap there, they would start at 0.
        while (!values.IsEmpty && double.IsNaN(values[0])) values = values[1..];
        if (values.Length < 8) return false;
        if (Fit(values, window.Season) is not var (start, factors)) return false;
        var run = new EtsRuns(start, 1);
        run.Run(values, [factors], stackalloc double[1]);
        run.End().Forecast(factors.Damping, values.Length, mean);
        for (var h = 0; h < mean.Length && !window.Calendar.IsEmpty; h++) mean[h] *= window.Calendar[window.Length + h];
        return true;
    }

    /// <summary>Start states and factors of the form with the lowest AICc; null where there are too few values for any form.</summary>
    private static (EtsStates Start, EtsFactors Factors)? Fit(ReadOnlySpan<double> values, int period)
    {
        var known = 0;
        foreach (var value in values) known += double.IsNaN(value) ? 0 : 1;
        var (best, least) = (default((EtsStates, EtsFactors)?), double.PositiveInfinity);
        foreach (var season in period == 1 ? (ReadOnlySpan<int>)[1] : [1, period])
        {
            // A season is told from noise only after two repetitions; a long season costs more than it helps.
            if (season > 1 && (values.Length / season < 2 || season > 60)) continue;
            foreach (var trend in (ReadOnlySpan<bool>)[false, true])
            {
                var start = EtsStates.Start(values, season, trend);
                var search = new EtsSearch(start, trend);
                search.Run(values, known);
                if (search.Criterion < least) (best, least) = ((start, search.Factors), search.Criterion);
            }
        }

        return best;
    }

    /// <summary>The last values, adjusted to ordinary days; NaN for days that differ too much.</summary>
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
}
