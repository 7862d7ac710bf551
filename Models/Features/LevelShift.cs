using CommunityDemand.Models.Forecasters;

namespace CommunityDemand.Models.Features;

/// <summary>
/// A lasting change of the level of a series shortly before the origin, for example because a counter was moved or a service renamed.
/// Values before the shift are multiplied by the factor. Every member then starts from the new level at once, instead of learning it over
/// months.
/// </summary>
/// <param name="At">Index of the first value at the new level, from the start of the window.</param>
/// <param name="Factor">New level divided by old level.</param>
internal readonly record struct LevelShift(int At, double Factor)
{
    private const double LeastChange = 0.2;

    /// <summary>
    /// Minimum size of the change, in standard errors. Every position in the recent history is tested, so 3 or 4 standard errors occur by
    /// chance.
    /// </summary>
    private const double Evidence = 7;

    private const double Most = 10;

    /// <summary>
    /// Finds the split of the recent history with the highest t value, computed from values divided by their seasonal index and weighted
    /// by it; null where that value is not high enough. The variance of the error is that within both sides, increased for their lag-1
    /// correlation (as in an autoregression of order 1: Zwiers and von Storch 1995).
    /// </summary>
    /// <param name="recent">Number of values before the origin that are searched for a shift.</param>
    /// <param name="side">Minimum number of values on either side of the shift.</param>
    public static LevelShift? Find(in SeriesWindow window, int recent, int side)
    {
        var from = Math.Max(0, window.Length - (3 * recent));
        if (side == 0 || window.Length - from < 3 * side) return null;
        var (sum, exposure) = (0.0, 0.0);
        for (var t = from; t < window.Length; t++) Add(window, t, ref sum, ref exposure);
        var (after, weight, best, largest) = (0.0, 0.0, default(LevelShift), 0.0);
        for (var at = window.Length - 1; at >= Math.Max(from + (2 * side), window.Length - recent); at--)
        {
            Add(window, at, ref after, ref weight);
            var left = exposure - weight;
            if (at > window.Length - side || !(weight > 0) || !(left > 0)) continue;
            var (old, current) = ((sum - after) / left, after / weight);
            var size = (current - old) * (current - old) / ((1 / left) + (1 / weight));
            if (size > largest && old > 0 && Math.Abs((current / old) - 1) >= LeastChange)
                (best, largest) = (new LevelShift(at, Math.Clamp(current / old, 1 / Most, Most)), size);
        }

        return largest > 0 && largest > Evidence * Evidence * Variance(window, from, best.At) ? best : null;
    }

    private static void Add(in SeriesWindow window, int period, ref double sum, ref double exposure)
    {
        if (double.IsNaN(window.Values[period])) return;
        sum += window.Values[period];
        exposure += window.Index[period];
    }

    private static double Level(in SeriesWindow window, int from, int to)
    {
        var (sum, exposure) = (0.0, 0.0);
        for (var t = from; t < to; t++) Add(window, t, ref sum, ref exposure);
        return exposure > 0 ? sum / exposure : 0;
    }

    private static double Variance(in SeriesWindow window, int from, int at)
    {
        var (before, after) = (Level(window, from, at), Level(window, at, window.Length));
        var (squares, products, last, count) = (0.0, 0.0, double.NaN, 0);
        for (var t = from; t < window.Length; t++)
        {
            if (double.IsNaN(window.Values[t])) continue;
            var index = window.Index[t];
            // The standard deviation of counts grows with the square root of the expected count; dividing by the root of the index makes
            // the days comparable.
            var residual = (window.Values[t] - ((t < at ? before : after) * index)) / Math.Sqrt(index);
            squares += residual * residual;
            if (!double.IsNaN(last)) products += residual * last;
            last = residual;
            count++;
        }

        var correlation = squares > 0 ? Math.Clamp(products / squares, 0, 0.9) : 0;
        return squares / Math.Max(1, count - 2) * (1 + correlation) / (1 - correlation);
    }
}
