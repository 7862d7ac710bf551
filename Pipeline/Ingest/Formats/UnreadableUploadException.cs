namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>An upload that can't be read as a whole. The message tells its owner why and what to do.</summary>
internal sealed class UnreadableUploadException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the file itself is sound and only its columns are not known.</summary>
    public bool HasForeignHeader { get; init; }
}
