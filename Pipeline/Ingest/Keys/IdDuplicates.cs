namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>Rows that count already.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Owners">The owners of the ids that other uploads have.</param>
internal sealed record IdDuplicates(RowSet Rows, IReadOnlySet<ulong> Owners);
