using CommunityDemand.Domain.Time;

namespace CommunityDemand.Local.Series;

/// <summary>What an absent period of a series means.</summary>
internal enum Fill
{
    /// <summary>Nobody came: 0, from the series' first row on.</summary>
    Zero,

    /// <summary>Not known.</summary>
    Missing,
}

/// <summary>How a table becomes series.</summary>
/// <param name="File">CSV or TSV with a header, perhaps gzipped.</param>
/// <param name="Date">Column of the date.</param>
/// <param name="Value">Column to sum; null: rows are counted.</param>
/// <param name="Keys">Columns that name a series.</param>
/// <param name="Hierarchy">Those of the keys that form a tree, coarse to fine; may be empty.</param>
internal sealed record SeriesQuery(
    FileInfo File, string Date, string? Value, IReadOnlyList<string> Keys, IReadOnlyList<string> Hierarchy, Frequency Frequency, Fill Fill);
