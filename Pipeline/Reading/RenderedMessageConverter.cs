using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>
/// Writes a message as readers get it: <c>{"code": ..., "arguments": {...}, "text": ...}</c>. Messages among the arguments likewise.
/// </summary>
internal sealed class RenderedMessageConverter(MessageTexts texts) : JsonConverter<Message>
{
    public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A reader of the API sends no messages.");

    public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("code", value.Code);
        writer.WriteStartObject("arguments");
        foreach (var (name, argument) in value.Arguments)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, argument, options);
        }

        writer.WriteEndObject();
        writer.WriteString("text", texts.Render(value));
        writer.WriteEndObject();
    }
}
