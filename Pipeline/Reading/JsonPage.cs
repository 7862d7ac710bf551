using System.Buffers;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Reading;

/// <summary><c>{"rows": [...], "nextPage": "..."}</c>: for readers that can't see an answer's headers, as Power Query can't.</summary>
internal sealed class JsonPage(IReadOnlyList<Column> columns, MessageTexts texts, IBufferWriter<byte> output)
    : JsonRows(columns, texts, output)
{
    public override void Begin()
    {
        Json.WriteStartObject();
        Json.WriteStartArray("rows");
    }

    public override void End(string? next)
    {
        Json.WriteEndArray();
        Json.WriteString("nextPage", next);
        Json.WriteEndObject();
        Json.Flush();
    }
}
