using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Storage failed while an upload, or a folder of uploads, was being ingested; nothing of what was left undone counts yet.
/// </summary>
/// <param name="reason">Tells the upload's owner why, and what happens next.</param>
public sealed class IngestFailedException(Message reason, Exception inner) : Exception(MessageTexts.English.Render(reason), inner)
{
    internal IngestFailedException(string path, Exception inner)
        : this(StorageFaultMessages.NotIngested(path, StorageFaults.Explain(inner)), inner)
    {
    }

    public Message Reason => reason;
}
