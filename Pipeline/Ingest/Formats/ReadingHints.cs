namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What is known beforehand about how a file is to be read.</summary>
/// <param name="Sheet">Name, number from 1 or pattern (<c>*</c>) of the sheets to read; <c>all</c> for each that is shown.</param>
/// <param name="HeaderRow">Row of the header, from 1.</param>
internal sealed record ReadingHints(string? Sheet = null, int? HeaderRow = null);
