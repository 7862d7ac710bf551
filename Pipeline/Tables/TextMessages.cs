using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>Texts that were made elsewhere.</summary>
public static class TextMessages
{
    /// <param name="text">The whole text, in the language in which it was written.</param>
    public static Message Plain(string text) => new("text", ("text", text));
}
