using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>A row of a table as it was understood.</summary>
/// <param name="Line">Physical line, sheet row or row number, from 1.</param>
/// <param name="Cells">Its values as they stand; null where the row can't be placed.</param>
/// <param name="Fault">Why it can't be placed, or what had to be mended; null of a sound row.</param>
/// <param name="Original">The row as the file has it where it can't be placed; otherwise empty.</param>
internal sealed record TableRow(long Line, IReadOnlyList<string>? Cells, Message? Fault, string Original);
