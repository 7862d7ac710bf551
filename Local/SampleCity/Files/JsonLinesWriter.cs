using System.Text.Encodings.Web;
using System.Text.Json;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Writer of JSON Lines: one object for each line; blank cells are left out.</summary>
internal sealed class JsonLinesWriter(Stream stream, IReadOnlyList<string> headers) : TableWriter
{
    // Chinese text stays readable; the files are not part of a web page.
    private readonly Utf8JsonWriter _json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public override void Write(params ReadOnlySpan<Cell> row)
    {
        _json.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            var name = i < headers.Count ? headers[i] : $"extra_{i}";
            switch (row[i].Kind)
            {
                case CellKind.Text: _json.WriteString(name, row[i].Text); break;
                case CellKind.Number: _json.WriteNumber(name, row[i].Number); break;
                case CellKind.Date: _json.WriteString(name, row[i].ToString("yyyy-MM-dd")); break;
                case CellKind.Blank: break;
                default: throw new ArgumentOutOfRangeException(nameof(row));
            }
        }

        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        stream.WriteByte((byte)'\n');
    }

    public override async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync();
        await stream.DisposeAsync();
    }
}
