namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Storage failed while an upload was being ingested; nothing of it counts yet.</summary>
public sealed class IngestFailedException(string blob, Exception inner)
    : Exception($"Storage failed while '{blob}' was being ingested: {inner.Message} The next sweep tries again.", inner)
{
    /// <summary>Path inside container <c>uploads</c>.</summary>
    public string Blob { get; } = blob;
}
