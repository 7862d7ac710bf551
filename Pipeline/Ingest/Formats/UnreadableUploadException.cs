using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>An upload that can't be read as a whole.</summary>
/// <param name="reason">Tells the upload's owner why and what to do.</param>
internal sealed class UnreadableUploadException(Message reason, Exception? inner = null)
    : Exception(MessageTexts.English.Render(reason), inner)
{
    public Message Reason => reason;

    /// <summary>Whether the file itself is sound and only its columns are not known.</summary>
    public bool HasForeignHeader { get; init; }
}
