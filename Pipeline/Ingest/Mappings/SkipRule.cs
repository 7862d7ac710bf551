using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Rows that a mapping leaves out, and how they are accounted for.</summary>
/// <param name="Column">Header in the foreign file.</param>
/// <param name="Values">The values that leave a row out; compared without case and surrounding spaces.</param>
/// <param name="AsDuplicate">Whether such rows count as duplicates; otherwise they are rejected into quarantine.</param>
/// <param name="Reason">Why, for the account.</param>
internal sealed record SkipRule(string Column, IReadOnlySet<string> Values, bool AsDuplicate, Message Reason);
