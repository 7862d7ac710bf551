namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>What a workbook says about one of its sheets.</summary>
/// <param name="Name">On its tab.</param>
/// <param name="IsHidden">Whether a user who opens the workbook sees no tab of it.</param>
/// <param name="HasCells">False of sheets that are a chart, a dialog or macros.</param>
internal sealed record SheetEntry(string Name, bool IsHidden, bool HasCells);
