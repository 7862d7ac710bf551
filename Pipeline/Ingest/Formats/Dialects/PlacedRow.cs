using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>What was judged of a row.</summary>
/// <param name="Fault">Why it is not taken as it stands; null where it is.</param>
/// <param name="Mended">Its values as they are most likely meant; null where that can't be told.</param>
internal readonly record struct PlacedRow(Message? Fault, string[]? Mended = null);
