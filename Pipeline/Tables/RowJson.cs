using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>JSON of rows in the files of a night.</summary>
internal static class RowJson
{
    // Texts of codes and areas come again in every row.
    private const int LongestPooled = 256;

    /// <summary>Options for one file: equal texts that are read with them are one text in memory.</summary>
    public static JsonSerializerOptions Create() => new(JsonSerializerOptions.Default)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new PooledText(), new MessageConverter() },
    };

    private sealed class PooledText : JsonConverter<string>
    {
        private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
            if (length > LongestPooled) return reader.GetString();
            Span<char> text = stackalloc char[LongestPooled];
            text = text[..reader.CopyString(text)];
            var texts = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
            if (texts.TryGetValue(text, out var known)) return known;
            var added = text.ToString();
            _texts.Add(added);
            return added;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
