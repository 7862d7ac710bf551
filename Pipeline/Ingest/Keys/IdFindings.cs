namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>What the ids of a file mean.</summary>
/// <param name="Excluded">Rows that don't count.</param>
/// <param name="Owners">The owners of the ids that other uploads have.</param>
internal sealed record IdFindings(Exclusions Excluded, IReadOnlySet<ulong> Owners);
