using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>A mapping file that says nothing usable.</summary>
/// <param name="reason">Names file, place and remedy.</param>
public sealed class MappingException(Message reason) : Exception(MessageTexts.English.Render(reason))
{
    public Message Reason => reason;
}
