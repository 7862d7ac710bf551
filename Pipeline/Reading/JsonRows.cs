using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>A JSON array of objects. Days read <c>2026-11-24</c>; what is not known is null.</summary>
internal class JsonRows(IReadOnlyList<Column> columns, MessageTexts texts, IBufferWriter<byte> output) : RowWriter(columns, texts, output)
{
    // Rows of a series repeat what they say: a cell is rendered once.
    private readonly Dictionary<(ColumnKind Kind, string Stored), byte[]> _messages = [];

    // The body is JSON, not HTML: Chinese stays readable.
    protected Utf8JsonWriter Json { get; } = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public override string ContentType => "application/json; charset=utf-8";

    public override void Begin() => Json.WriteStartArray();

    public override void Row(TableEntity entity)
    {
        Json.WriteStartObject();
        foreach (var column in Columns)
        {
            Json.WritePropertyName(column.ApiName);
            Value(column, entity[column.Name]);
        }

        Json.WriteEndObject();
        Json.Flush();
    }

    public override void End(string? next)
    {
        Json.WriteEndArray();
        Json.Flush();
    }

    public override void Dispose()
    {
        Json.Dispose();
        base.Dispose();
    }

    private void Value(Column column, object? value)
    {
        switch (value)
        {
            case string stored when column.Kind is ColumnKind.Message or ColumnKind.Messages or ColumnKind.MessageRows:
                Json.WriteRawValue(MessagesOf(column, stored), skipInputValidation: true);
                break;
            case null when column.Kind is ColumnKind.Messages or ColumnKind.MessageRows:
                Json.WriteRawValue("[]"u8, skipInputValidation: true);
                break;
            case double number when double.IsFinite(number): Json.WriteNumberValue(number); break;
            case int number: Json.WriteNumberValue(number); break;
            case long number: Json.WriteNumberValue(number); break;
            case bool flag: Json.WriteBooleanValue(flag); break;
            case DateTimeOffset time: Json.WriteStringValue(Time(column, time)); break;
            case string text: Json.WriteStringValue(text); break;
            default: Json.WriteNullValue(); break;
        }
    }

    private byte[] MessagesOf(Column column, string stored)
    {
        if (_messages.TryGetValue((column.Kind, stored), out var written)) return written;
        object? value = column.Kind switch
        {
            ColumnKind.MessageRows => StoredMessages.ReadRows(stored),
            ColumnKind.Messages => StoredMessages.Read(stored),
            _ => StoredMessages.Read(stored) is [var first, ..] ? first : null,
        };
        return _messages[(column.Kind, stored)] = JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.In(Texts.Language));
    }
}
