using System.Collections;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Values of a series on days without a row.</summary>
internal static class SeriesHistory
{
    private const int ShortestOpening = 28;

    /// <summary>
    /// Values up to the origin: reported values unchanged, 0 on other days, NaN where the day is unknown (no report, or the community did
    /// not exist) or before the series began.
    /// </summary>
    /// <param name="reported">Reported values, one for each day; NaN without a row.</param>
    /// <param name="origin">Index of the last day.</param>
    /// <param name="missing">Days on which missing reports mean unknown demand.</param>
    /// <param name="exists">First and last day index of the community's existence, both inclusive.</param>
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
    /// First day that counts. Gaps distinguish a service that started late from one that is rarely used: the days before its first row
    /// count as not yet open only if they are more than four weeks, and more than any later gap.
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
