using System.Collections;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Values of a series in periods without a row.</summary>
internal static class SeriesHistory
{
    /// <summary>
    /// Values up to the origin: reported values unchanged, 0 in other periods, NaN where the period is unknown (no report, or the community
    /// did not exist) or before the series began.
    /// </summary>
    /// <param name="reported">Reported values, one for each period; NaN without a row.</param>
    /// <param name="origin">Index of the last period.</param>
    /// <param name="missing">Periods in which missing reports mean unknown demand.</param>
    /// <param name="exists">First and last period index of the community's existence, both inclusive.</param>
    /// <param name="opening">Periods before a first row that can mean a service which had not opened yet.</param>
    public static double[] Of(double[] reported, int origin, BitArray missing, (int First, int Last) exists, int opening)
    {
        var begin = Begin(reported, origin, opening);
        var values = new double[origin + 1];
        for (var day = 0; day <= origin; day++)
        {
            var unknown = day < begin || day < exists.First || day > exists.Last || (missing[day] && double.IsNaN(reported[day]));
            values[day] = unknown ? double.NaN : double.IsNaN(reported[day]) ? 0 : reported[day];
        }

        return values;
    }

    /// <summary>
    /// First period that counts. Gaps distinguish a service that started late from one that is rarely used: the periods before its first
    /// row count as not yet open only if they are more than the opening, and more than any later gap.
    /// </summary>
    private static int Begin(double[] reported, int origin, int opening)
    {
        var (firstRow, previous, longest) = (-1, -1, 0);
        for (var day = 0; day <= origin; day++)
        {
            if (double.IsNaN(reported[day])) continue;
            if (firstRow < 0) firstRow = day;
            else longest = Math.Max(longest, day - previous);
            previous = day;
        }

        return firstRow > opening && firstRow > longest ? firstRow : 0;
    }
}
