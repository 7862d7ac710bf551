using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">On its tab.</param>
/// <param name="Rows">Rows that are not blank, the header apart; null of sheets without cells.</param>
/// <param name="LeftOut">Why the sheet is not read; null where it is.</param>
public sealed record SheetReport(string Name, long? Rows, Message? LeftOut);
