using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>
/// Messages as entities store them: JSON of one or of a list. Plain text, which earlier versions stored, reads as a message of its own.
/// </summary>
internal static class StoredMessages
{
    private const char Line = '\n';

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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

    /// <summary>Empty for no messages, as <see cref="Write(IReadOnlyList{Message})"/> has it.</summary>
    public static string Write(IReadOnlyList<MessageRows> messages) =>
        messages.Count == 0 ? "" : JsonSerializer.Serialize(messages, Readable);

    /// <summary>The messages of a cell, with their rows. Earlier versions stored an object of rows by text.</summary>
    public static IReadOnlyList<MessageRows> ReadRows(string? stored) => stored switch
    {
        null or "" => [],
        ['{', ..] => [.. JsonSerializer.Deserialize<Dictionary<string, long>>(stored)!
            .Select(text => new MessageRows(TextMessages.Plain(text.Key), text.Value))],
        _ => JsonSerializer.Deserialize<MessageRows[]>(stored, Readable)!,
    };
}
