using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>Messages as entities store them: JSON of one or of a list. Plain text, which earlier versions stored, reads as a message of its own.</summary>
internal static class StoredMessages
{
    private const char Line = '\n';

    public static string Write(Message message) => MessageJson.Write(message);

    /// <summary>Empty for no messages, which readers of CSV see as an empty cell.</summary>
    public static string Write(IReadOnlyList<Message> messages) => messages.Count == 0 ? "" : MessageJson.Write(messages);

    /// <summary>The messages of a cell; none of an empty one.</summary>
    public static IReadOnlyList<Message> Read(string? stored) => stored switch
    {
        null or "" => [],
        ['[', ..] => MessageJson.ReadList(stored),
        ['{', ..] => [MessageJson.Read(stored)],
        _ => [.. stored.Split(Line, StringSplitOptions.RemoveEmptyEntries).Select(TextMessages.Plain)],
    };
}

/// <summary>Texts that were made elsewhere.</summary>
internal static class TextMessages
{
    /// <param name="text">The whole text, in the language in which it was written.</param>
    public static Message Plain(string text) => new("text", ("text", text));
}
