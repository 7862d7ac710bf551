using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>
/// A histogram of response minutes that can be merged: number of responses by <see cref="UpperBounds"/>. Medians and 90th percentiles of
/// any areas and days follow from daily sums.
/// </summary>
/// <param name="Sum">Sum of the minutes.</param>
/// <param name="Counts">Responses per bin: one entry for each upper bound, and one for responses above the last bound.</param>
public sealed record ResponseTimes(double Sum, IReadOnlyList<int> Counts)
{
    /// <summary>Upper bounds of the bins in minutes, inclusive.</summary>
    public static IReadOnlyList<int> UpperBounds { get; } = [5, 10, 15, 20, 30, 45, 60, 90, 120, 240, 480, 1440, 10080];

    /// <summary>Index of the bin that contains the minutes.</summary>
    public static int BinOf(double minutes)
    {
        var bin = 0;
        while (bin < UpperBounds.Count && minutes > UpperBounds[bin]) bin++;
        return bin;
    }

    /// <summary>Columns of the bins, which are the last columns of a fact file.</summary>
    internal static FactColumn[] Columns { get; } =
        [.. UpperBounds.Select(bound => new FactColumn($"responses_to_{bound}", FactColumnKind.Number)),
            new("responses_above", FactColumnKind.Number)];

    /// <summary>The histogram in a row of a fact file; null where the row has no sum.</summary>
    /// <param name="sum">Index of the sum; the bins are at the end of the row.</param>
    internal static ResponseTimes? Read(Cell[] row, int sum)
    {
        if (row[sum].NumberOrNull is not { } minutes) return null;
        var first = row.Length - Columns.Length;
        var counts = new int[Columns.Length];
        for (var bin = 0; bin < counts.Length; bin++) counts[bin] = (int)row[first + bin].Number;
        return new ResponseTimes(minutes, counts);
    }

    /// <summary>Number of responses.</summary>
    public int Count => Counts.Sum();
}
