using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>The facts allow no forecast; trying again without other facts or settings would not help.</summary>
/// <param name="reason">What is missing.</param>
internal sealed class RunFailedException(Message reason) : Exception(MessageTexts.English.Render(reason))
{
    public Message Reason { get; } = reason;
}
