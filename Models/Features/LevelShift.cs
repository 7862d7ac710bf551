using CommunityDemand.Models.Forecasters;

namespace CommunityDemand.Models.Features;

/// <summary>
/// A lasting change of a series' level shortly before the origin: a counter moved, a service renamed. What came before it is multiplied by
/// the factor, so that every member starts from the new level at once instead of learning it over months.
/// </summary>
/// <param name="At">First value of the new level, counted from the window's start.</param>
/// <param name="Factor">New level over old.</param>
internal readonly record struct LevelShift(int At, double Factor)
{
    private const double LeastChange = 0.2;

    /// <summary>Standard errors that the change must be. Every value of the recent past is tried, so that 3 or 4 come by chance.</summary>
    private const double Evidence = 7;

    private const double Most = 10;

    /// <summary>
    /// The split of the recent past with the largest t value, of the values over their seasonal index weighted by it; null where it is not
    /// large enough. The error's variance is that within both sides, raised for their lag-1 correlation (as an autoregression of order 1:
    /// Zwiers and von Storch 1995).
    /// </summary>
    /// <param name="recent">Values before the origin among which a shift is looked for.</param>
    /// <param name="side">Fewest values on either side of it.</param>
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
            // Counts vary by the root of what is expected: dividing by the index' root makes the days alike.
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
