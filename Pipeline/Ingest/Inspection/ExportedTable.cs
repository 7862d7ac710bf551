namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>What became of a table.</summary>
/// <param name="Placed">Rows written.</param>
/// <param name="Mended">Rows of those in which a quote or a delimiter too many was passed over.</param>
/// <param name="LeftOut">Rows that can't be placed.</param>
/// <param name="Assumptions">What had to be assumed, as sentences.</param>
/// <param name="Problem">Why the file can't be read; null where it can.</param>
public sealed record ExportedTable(long Placed, long Mended, long LeftOut, IReadOnlyList<string> Assumptions, string? Problem);
