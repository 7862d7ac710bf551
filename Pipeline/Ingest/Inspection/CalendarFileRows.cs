using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>What a calendar file says.</summary>
/// <param name="Entries">Its rows in the order of the file; empty of a file that is refused.</param>
/// <param name="Assumptions">What had to be assumed to read it, as sentences.</param>
/// <param name="Problem">Why the file is refused, with the line; null of a sound file.</param>
public sealed record CalendarFileRows(IReadOnlyList<CalendarEntry> Entries, IReadOnlyList<string> Assumptions, string? Problem);
