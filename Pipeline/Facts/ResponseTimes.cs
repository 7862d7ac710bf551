namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// A mergeable histogram of response minutes: counts of responses by <see cref="UpperBounds"/>, so that medians and 90th percentiles
/// of any group of areas and days can be had from daily sums.
/// </summary>
/// <param name="Sum">Sum of the minutes.</param>
/// <param name="Counts">Responses per bin; one entry for each upper bound and one for those above the last.</param>
public sealed record ResponseTimes(double Sum, IReadOnlyList<int> Counts)
{
    /// <summary>Upper bounds of the bins in minutes, inclusive.</summary>
    public static IReadOnlyList<int> UpperBounds { get; } = [5, 10, 15, 20, 30, 45, 60, 90, 120, 240, 480, 1440, 10080];

    /// <summary>Place of the bin that minutes fall in.</summary>
    public static int BinOf(double minutes)
    {
        var bin = 0;
        while (bin < UpperBounds.Count && minutes > UpperBounds[bin]) bin++;
        return bin;
    }

    /// <summary>Number of responses.</summary>
    public int Count => Counts.Sum();
}
