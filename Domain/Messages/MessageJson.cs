using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityDemand.Domain.Messages;

/// <summary>Messages as JSON: an object with the code and the arguments, such as <c>{"code":"run.fewDays","days":3}</c>.</summary>
public static class MessageJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Message message) => JsonSerializer.Serialize(message, Options);

    public static string Write(IReadOnlyList<Message> messages) => JsonSerializer.Serialize(messages, Options);

    /// <exception cref="JsonException">The text is not a message.</exception>
    public static Message Read(string json) =>
        JsonSerializer.Deserialize<Message>(json, Options) ?? throw new JsonException("A message can't be null.");

    /// <summary>Reads a stored list of messages; null and empty text give an empty list.</summary>
    /// <exception cref="JsonException">The text is not a list of messages.</exception>
    public static IReadOnlyList<Message> ReadList(string? json) =>
        string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<Message[]>(json, Options)!;
}

/// <summary>Reads and writes <see cref="Message"/>.</summary>
public sealed class MessageConverter : JsonConverter<Message>
{
    private const string CodeName = "code";

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
