namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Where a file of a folder belongs.</summary>
/// <param name="File">Its path on this machine.</param>
/// <param name="Container">Container to store it in: uploads or mappings.</param>
/// <param name="Blob">Path inside the container; null where the file belongs nowhere.</param>
/// <param name="Problem">Why it belongs nowhere, and what would help; null where it does belong.</param>
public sealed record UploadPlacement(string File, string Container, string? Blob, string? Problem);
