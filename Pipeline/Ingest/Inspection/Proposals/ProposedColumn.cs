using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Inspection.Proposals;

/// <summary>Where the values of a dataset's column come from, as a mapping says it.</summary>
/// <param name="Json">The value of the key; a comment where nobody knows it yet.</param>
/// <param name="Why">Why it is so; null where the header says it.</param>
internal sealed record ProposedColumn(string Json, Message? Why)
{
    /// <summary>Whether a person must say it first.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What is told on a line before.</summary>
    public Message? Note { get; init; }
}
