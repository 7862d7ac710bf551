using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Rows that a mapping leaves out, and how they are accounted for.</summary>
/// <param name="Column">Header in the foreign file.</param>
/// <param name="Place">Place of the header in the mapping.</param>
/// <param name="Condition">What a value must be for the rule to hold.</param>
/// <param name="IsKeep">Whether the rule names the rows that stay, so that all others are left out.</param>
/// <param name="AsDuplicate">Whether such rows count as duplicates; otherwise they are rejected into quarantine.</param>
/// <param name="Reason">Why, for the account.</param>
internal sealed record RowRule(string Column, string Place, RowCondition Condition, bool IsKeep, bool AsDuplicate, Message Reason)
{
    /// <summary>Whether the rule leaves out a row with this value, which is trimmed.</summary>
    public bool LeavesOut(ReadOnlySpan<char> value) => Condition.Holds(value) != IsKeep;
}
