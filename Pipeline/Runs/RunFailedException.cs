using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>The facts allow no forecast; a retry needs other facts or settings.</summary>
/// <param name="reason">Missing condition.</param>
internal sealed class RunFailedException(Message reason) : Exception(MessageTexts.English.Render(reason))
{
    public Message Reason { get; } = reason;
}
