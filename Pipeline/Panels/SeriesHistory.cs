using System.Collections;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>What a series' days without a row mean.</summary>
internal static class SeriesHistory
{
    private const int ShortestOpening = 28;

    /// <summary>
    /// The values up to the origin: reported ones as they are, 0 on other days, NaN where the day is unknown (the community was silent, or
    /// did not exist) or the series had not begun.
    /// </summary>
    /// <param name="reported">A value a day; NaN where no row says one.</param>
    /// <param name="origin">Index of the last day.</param>
    /// <param name="missing">Days on which the community's silence says nothing.</param>
    /// <param name="exists">First and last day index on which the community exists, both inclusive.</param>
    public static double[] Of(double[] reported, int origin, BitArray missing, (int First, int Last) exists)
    {
        var begin = Begin(reported, origin);
        var values = new double[origin + 1];
        for (var day = 0; day <= origin; day++)
        {
            var unknown = day < begin || day < exists.First || day > exists.Last || (missing[day] && double.IsNaN(reported[day]));
            values[day] = unknown ? double.NaN : double.IsNaN(reported[day]) ? 0 : reported[day];
        }

        return values;
    }

    /// <summary>
    /// The first day that counts. A service that starts late is told from one that is seldom asked for by its gaps: the wait for its first row is an
    /// opening only if it is longer than four weeks and than any gap that follows.
    /// </summary>
    private static int Begin(double[] reported, int origin)
    {
        var (firstRow, previous, longest) = (-1, -1, 0);
        for (var day = 0; day <= origin; day++)
        {
            if (double.IsNaN(reported[day])) continue;
            if (firstRow < 0) firstRow = day;
            else longest = Math.Max(longest, day - previous);
            previous = day;
        }

        return firstRow > ShortestOpening && firstRow > longest ? firstRow : 0;
    }
}
