using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Storage failed while an upload, or a folder of uploads, was being ingested; nothing of what was left undone counts yet.
/// </summary>
public sealed class IngestFailedException(string blob, Exception inner)
    : Exception($"'{blob}' was not ingested. {StorageFaults.Explain(inner)} The next sweep tries again.", inner)
{
    /// <summary>Path of the upload, or of the folder with a slash at its end.</summary>
    public string Blob { get; } = blob;
}
