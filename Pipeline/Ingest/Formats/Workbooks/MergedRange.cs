namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// Cells that are shown as one, whose value stands in the first. Rows count from 1, columns from 0; both ends belong to it.
/// </summary>
internal readonly record struct MergedRange(long FirstRow, long LastRow, int FirstColumn, int LastColumn);
