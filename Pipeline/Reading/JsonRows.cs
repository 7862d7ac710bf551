using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>A JSON array of objects. Days read <c>2026-11-24</c>; what is not known is null.</summary>
internal sealed class JsonRows(IReadOnlyList<string> columns, IBufferWriter<byte> output) : RowWriter(columns, output)
{
    // The body is JSON, not HTML: Chinese stays readable.
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public override string ContentType => "application/json; charset=utf-8";

    public override void Begin() => _json.WriteStartArray();

    public override void Row(TableEntity entity)
    {
        _json.WriteStartObject();
        for (var i = 0; i < Columns.Count; i++)
        {
            _json.WritePropertyName(Names[i]);
            Value(Columns[i], entity[Columns[i]]);
        }

        _json.WriteEndObject();
        _json.Flush();
    }

    public override void End()
    {
        _json.WriteEndArray();
        _json.Flush();
    }

    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }

    private void Value(string column, object? value)
    {
        switch (value)
        {
            case double number when double.IsFinite(number): _json.WriteNumberValue(number); break;
            case int number: _json.WriteNumberValue(number); break;
            case long number: _json.WriteNumberValue(number); break;
            case bool flag: _json.WriteBooleanValue(flag); break;
            case DateTimeOffset time: _json.WriteStringValue(Time(column, time)); break;
            case string text: _json.WriteStringValue(text); break;
            default: _json.WriteNullValue(); break;
        }
    }
}
