namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Where the values of one column of a dataset come from.</summary>
/// <param name="From">Header in the foreign file; null for a constant.</param>
/// <param name="Default">What an empty value means; null where it stays empty.</param>
/// <param name="Values">Foreign values and what they mean; others pass as they are.</param>
/// <param name="Formats">Date formats (.NET custom format strings) beyond those that are read anyway.</param>
internal sealed record ColumnMapping(
    string? From,
    string? Default,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<string> Formats)
{
    /// <summary>Whether some files have no such header, so that the column then has no values.</summary>
    public bool IsOptional { get; init; }
}
