using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CommunityDemand.Domain.Messages;

/// <summary>Messages as JSON: an object with the code and the arguments, such as <c>{"code":"run.fewDays","days":3}</c>.</summary>
public static class MessageJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Message message) => JsonSerializer.Serialize(message, Options);

    public static string Write(IReadOnlyList<Message> messages) => JsonSerializer.Serialize(messages, Options);

    /// <summary>The arguments alone, for a place that has the code beside them; empty for none.</summary>
    public static string WriteArguments(Message message) =>
        message.Arguments.Count == 0 ? "" : JsonSerializer.Serialize(new Dictionary<string, object>(message.Arguments), Options);

    /// <summary>The message of a code and of what <see cref="WriteArguments"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no object of arguments.</exception>
    public static Message Read(string code, string arguments)
    {
        var json = arguments.Length == 0 ? [] : JsonSerializer.Deserialize<JsonObject>(arguments) ?? [];
        json[MessageConverter.CodeName] = code;
        return json.Deserialize<Message>(Options)!;
    }

    /// <exception cref="JsonException">The text is no message.</exception>
    public static Message Read(string json) =>
        JsonSerializer.Deserialize<Message>(json, Options) ?? throw new JsonException("A message can't be null.");

    /// <summary>A stored list; empty for null and for empty text.</summary>
    /// <exception cref="JsonException">The text is no list of messages.</exception>
    public static IReadOnlyList<Message> ReadList(string? json) =>
        string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<Message[]>(json, Options)!;
}

/// <summary>Reads and writes <see cref="Message"/>.</summary>
public sealed class MessageConverter : JsonConverter<Message>
{
    internal const string CodeName = "code";

    public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) => Write(writer, value);

    private static Message Read(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(CodeName, out var code)
        ? new Message(
            code.GetString()!, json.EnumerateObject().Where(one => one.Name != CodeName).Select(one => (one.Name, Value(one.Value))))
        : throw new JsonException("A message is an object with a code.");

    private static object Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object => Read(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToArray(),
        _ => throw new JsonException("An argument of a message can't be null."),
    };

    private static void Write(Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartObject();
        writer.WriteString(CodeName, message.Code);
        foreach (var (name, value) in message.Arguments)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text: writer.WriteStringValue(text); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case Message message: Write(writer, message); break;
            case object[] list:
                writer.WriteStartArray();
                foreach (var one in list) Write(writer, one);
                writer.WriteEndArray();
                break;
            default: throw new JsonException($"An argument of a message can't be a {value.GetType().Name}.");
        }
    }
}
