namespace CommunityDemand.Models.Forecasters;

/// <summary>Level, trend and seasonal states of additive exponential smoothing after a period.</summary>
/// <param name="season">State of each phase; a single zero without a season.</param>
internal sealed class EtsStates(double level, double trend, double[] season)
{
    private const int StartSeasons = 3;

    public double Level => level;

    public double Trend => trend;

    public ReadOnlySpan<double> Season => season;

    /// <summary>
    /// Start states: level and (with trend) slope by least squares over the first seasons, seasonal states as mean distances from that
    /// line.
    /// </summary>
    public static EtsStates Start(ReadOnlySpan<double> values, int season, bool trend)
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
        return new EtsStates(level, slope, sums);
    }

    /// <summary>Writes the forecasts from period <paramref name="origin"/> on; never negative.</summary>
    public void Forecast(double damping, int origin, Span<double> mean)
    {
        var (sum, factor) = (0.0, 1.0);
        for (var h = 0; h < mean.Length; h++)
        {
            factor *= damping;
            sum += factor;
            mean[h] = Math.Max(0, level + (sum * trend) + season[(origin + h) % season.Length]);
        }
    }
}
