using System.Text;
using System.Text.Json;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Rows of JSON: an object a line, or a list of objects. Columns are named row by row, so that the header grows.</summary>
internal sealed class JsonLinesReader : RowSource
{
    private readonly IRecordReader _lines;
    private readonly TextScreen _screen;
    private readonly List<string> _header = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<Value> _values = [];
    private byte[] _utf8 = new byte[4096];
    private int _length;
    private bool _isFirst;

    private JsonLinesReader(IRecordReader lines, TextScreen screen) => (_lines, _screen) = (lines, screen);

    public override IReadOnlyList<string> Header => _header;

    public override bool HeaderGrows => true;

    public override bool HasTypedNumbers => true;

    public override string Original => _lines.Current.ToString();

    /// <summary>Opens JSON.</summary>
    /// <param name="isList">Whether a list stands around the objects, which then may take several lines each.</param>
    /// <param name="screen">What to look for in its rows.</param>
    /// <exception cref="UnreadableUploadException">The first record is no object.</exception>
    public static async ValueTask<JsonLinesReader> OpenAsync(
        TextReader text, bool isList, TextScreen screen, CancellationToken cancellationToken)
    {
        var reader = new JsonLinesReader(isList ? new JsonElementReader(text) : new BoundedLineReader(text), screen);
        if (!await reader.ReadLineAsync(cancellationToken)) throw new UnreadableUploadException(FileMessages.NoObject());
        if (reader.Fault is { } fault && fault != RowMessages.TwiceEncoded)
        {
            throw new UnreadableUploadException(FileMessages.BadFirstLine(fault));
        }

        reader._isFirst = true;
        return reader;
    }

    public override ReadOnlySpan<char> this[int column] => column < _values.Count ? _values[column].Text : default;

    public override Message? FaultOf(int column) =>
        column < _values.Count && _values[column].IsNested ? RowMessages.NestedValue : null;

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_isFirst)
        {
            _isFirst = false;
            return true;
        }

        return await ReadLineAsync(cancellationToken);
    }

    public override string? Rewrite(int column, Func<string, string> rewrite)
    {
        if (Fault is not null || column >= _values.Count || _values[column].Text is not { } text || _values[column].IsNested) return null;
        var (start, end) = (_values[column].Start, _values[column].End);
        var replacement = Encoding.UTF8.GetBytes(
            $"\"{JsonEncodedText.Encode(rewrite(text), System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");
        return Encoding.UTF8.GetString([.. _utf8.AsSpan(0, start), .. replacement, .. _utf8.AsSpan(end, _length - end)]);
    }

    public override ValueTask DisposeAsync()
    {
        _lines.Dispose();
        return base.DisposeAsync();
    }

    private async ValueTask<bool> ReadLineAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (!await _lines.ReadAsync(cancellationToken)) return false;
        }
        while (_lines.Current.Span.IsWhiteSpace());

        Line = _lines.Line;
        for (var i = 0; i < _values.Count; i++) _values[i] = default;
        Fault = _lines.IsOverlong ? RowMessages.TooLong : Parse() ?? _screen.FaultOf(_lines.Current.Span);
        return true;
    }

    private Message? Parse()
    {
        var line = _lines.Current.Span.TrimStart('\uFEFF');
        var most = Encoding.UTF8.GetMaxByteCount(line.Length);
        if (_utf8.Length < most) _utf8 = new byte[most];
        _length = Encoding.UTF8.GetBytes(line, _utf8);
        var json = new Utf8JsonReader(_utf8.AsSpan(0, _length));
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return RowMessages.NoObject;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var column = IndexOf(json.GetString()!);
                json.Read();
                if (column < 0) return RowMessages.TooManyNames;
                // Which of the two is meant can't be known.
                if (_values[column].End > 0) return RowMessages.NameTwice(_header[column]);
                _values[column] = Take(ref json);
            }

            return json.Read() ? RowMessages.TextAfterObject : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped half of a surrogate pair.
            return RowMessages.NoJson;
        }
    }

    private static Value Take(ref Utf8JsonReader json)
    {
        var start = (int)json.TokenStartIndex;
        var isNested = json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
        var text = json.TokenType switch
        {
            JsonTokenType.String => json.GetString(),
            JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        json.Skip();
        return new Value(text, isNested, start, (int)json.BytesConsumed);
    }

    private int IndexOf(string name)
    {
        if (_index.TryGetValue(name, out var index)) return index;
        if (_header.Count == ReadLimits.Columns) return -1;
        _header.Add(name);
        _values.Add(default);
        return _index[name] = _header.Count - 1;
    }

    private readonly record struct Value(string? Text, bool IsNested, int Start, int End);
}
