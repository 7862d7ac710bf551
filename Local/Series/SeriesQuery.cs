using CommunityDemand.Domain.Time;

namespace CommunityDemand.Local.Series;

/// <summary>Meaning of an absent period of a series.</summary>
internal enum Fill
{
    /// <summary>No visits: 0, from the first row of the series on.</summary>
    Zero,

    /// <summary>Unknown.</summary>
    Missing,
}

/// <summary>Mapping of a table to series.</summary>
/// <param name="File">CSV or TSV with a header; may be gzipped.</param>
/// <param name="Date">Date column.</param>
/// <param name="Value">Column to sum; null to count rows.</param>
/// <param name="Keys">Columns that identify a series.</param>
/// <param name="Hierarchy">Key columns that form a tree, coarse to fine; may be empty.</param>
/// <param name="With">Columns of numbers that are known ahead, over the horizon as well; may be empty.</param>
internal sealed record SeriesQuery(
    FileInfo File, string Date, string? Value, IReadOnlyList<string> Keys, IReadOnlyList<string> Hierarchy, Frequency Frequency, Fill Fill,
    IReadOnlyList<string> With);
