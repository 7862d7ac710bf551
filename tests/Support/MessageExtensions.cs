using System.Text.Json;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Tests.Support;

/// <summary>Messages as an English reader sees them.</summary>
internal static class MessageExtensions
{
    public static string Text(this Message? message) => MessageTexts.English.Render(message.ShouldNotBeNull());

    public static string Text(this IEnumerable<Message> messages) => string.Join("; ", messages.Select(Text));

    /// <summary>Rows by what is said of them.</summary>
    public static IReadOnlyDictionary<string, long> ByText(this IEnumerable<MessageRows> messages) =>
        messages.ToDictionary(one => one.Message.Text(), one => one.Rows);

    /// <summary>What a column of messages says in an answer of the API.</summary>
    public static string Said(this JsonElement row, string column) => row.GetProperty(column) is { ValueKind: JsonValueKind.Array } list
        ? string.Join("; ", list.EnumerateArray().Select(message => message.GetProperty("text").GetString()))
        : row.GetProperty(column).GetProperty("text").GetString()!;
}
