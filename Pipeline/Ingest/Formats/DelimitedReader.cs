using System.Buffers;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// Rows of delimited text (RFC 4180, any line end). A quote that never closes costs the line where it opens and no more: reading
/// resumes on the next line. Holds one row at a time.
/// </summary>
internal sealed class DelimitedReader : RowSource
{
    private readonly TextWindow _window;
    private readonly List<string> _header = [];
    private Field[] _fields = new Field[64];
    private char[] _unescaped = new char[256];
    private SearchValues<char> _stops;
    private char _delimiter;
    private int _fieldCount;
    private int _mostFields = int.MaxValue;
    private int _length;
    private int _next;
    private long _nextLine = 1;

    private DelimitedReader(TextReader text, char delimiter)
    {
        _window = new TextWindow(text);
        _delimiter = delimiter;
        _stops = SearchValues.Create([delimiter, '\r', '\n']);
    }

    private enum Scan
    {
        Whole,
        NeedsMore,
        Malformed,
    }

    public override IReadOnlyList<string> Header => _header;

    public override string Original => new(Row);

    private ReadOnlySpan<char> Row => _window.Span[.._length];

    /// <summary>Opens delimited text and reads its header.</summary>
    /// <param name="delimiter">The delimiter; null to choose comma, semicolon or tab by the header.</param>
    /// <exception cref="UnreadableUploadException">There is no header, or it is too long.</exception>
    public static async ValueTask<DelimitedReader> OpenAsync(TextReader text, char? delimiter, CancellationToken cancellationToken)
    {
        var reader = new DelimitedReader(text, delimiter ?? ',');
        if (delimiter is null) reader.Delimit(await reader.ChooseDelimiterAsync(cancellationToken));
        do
        {
            if (!await reader.ReadAsync(cancellationToken)) throw new UnreadableUploadException("The file is empty: it has no header line.");
        }
        while (reader.IsSeparatorHint());

        if (reader.Fault is { } fault) throw new UnreadableUploadException($"The header line can't be read: {fault}.");
        if (reader._fieldCount > ReadLimits.Columns)
        {
            throw new UnreadableUploadException($"The header has more than {ReadLimits.Columns} columns. Keep the columns that the dataset asks for.");
        }

        for (var i = 0; i < reader._fieldCount; i++) reader._header.Add(reader[i].Trim().Trim('\uFEFF').ToString());
        reader._mostFields = reader._fieldCount;
        return reader;
    }

    public override ReadOnlySpan<char> this[int column]
    {
        get
        {
            if (column >= Math.Min(_fieldCount, _fields.Length)) return default;
            ref readonly var field = ref _fields[column];
            var raw = Row.Slice(field.Start, field.Length);
            return field.HasEscapes ? Unescape(raw) : raw;
        }
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Advance();
            if (!await LoadRowAsync(cancellationToken)) return false;
            if (Fault is not null || !IsBlank()) return true;
        }
    }

    public override string? Rewrite(int column, Func<string, string> rewrite)
    {
        if (Fault is not null || column >= _fieldCount) return null;
        var field = _fields[column];
        var value = rewrite(this[column].ToString());
        return string.Concat(
            Row[..field.Start],
            field.IsQuoted ? value.Replace("\"", "\"\"", StringComparison.Ordinal) : value,
            Row[(field.Start + field.Length)..]);
    }

    public override ValueTask DisposeAsync()
    {
        _window.Dispose();
        return base.DisposeAsync();
    }

    // Drops the row read last: the window begins where the next one does.
    private void Advance()
    {
        _window.Advance(_next);
        _next = 0;
        _length = 0;
        _fieldCount = 0;
        Fault = null;
        Line = _nextLine;
    }

    private async ValueTask<bool> LoadRowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_window.Span.Length > 0 || _window.HasEnded)
            {
                if (_window.Span.IsEmpty) return false;
                switch (ScanRow())
                {
                    case Scan.Whole:
                        if (_fieldCount > _mostFields) FaultExtraFields();
                        return true;
                    case Scan.Malformed:
                        TakeFirstLine();
                        return true;
                    case Scan.NeedsMore when _window.Span.Length >= ReadLimits.RowCharacters:
                        await TakeOverlongAsync(cancellationToken);
                        return true;
                }
            }

            await _window.FillAsync(cancellationToken);
        }
    }

    private void FaultExtraFields()
    {
        for (var i = _mostFields; i < Math.Min(_fieldCount, _fields.Length); i++)
        {
            if (_fields[i].Length == 0) continue;
            Fault = $"more values than the header's {_mostFields} columns";
            return;
        }
    }

    // Splits the row that the window begins with. Sets _length (without the line end), _next (with it) and the fields.
    private Scan ScanRow()
    {
        var data = _window.Span;
        var at = 0;
        var lines = 1;
        _fieldCount = 0;
        while (true)
        {
            if (at < data.Length && data[at] == '"')
            {
                var quoted = ScanQuoted(data, ref at, ref lines);
                if (quoted != Scan.Whole) return quoted;
            }
            else
            {
                var stop = data[at..].IndexOfAny(_stops);
                if (stop < 0)
                {
                    if (!_window.HasEnded) return Scan.NeedsMore;
                    stop = data.Length - at;
                }

                AddField(new Field(at, stop, false, false));
                at += stop;
            }

            if (at == data.Length) return _window.HasEnded ? Finish(at, 0, lines) : Scan.NeedsMore;
            if (data[at] == _delimiter)
            {
                at++;
                continue;
            }

            if (data[at] == '\n') return Finish(at, 1, lines);
            if (at + 1 == data.Length && !_window.HasEnded) return Scan.NeedsMore;
            return Finish(at, at + 1 < data.Length && data[at + 1] == '\n' ? 2 : 1, lines);
        }
    }

    private Scan ScanQuoted(ReadOnlySpan<char> data, ref int at, ref int lines)
    {
        var start = at + 1;
        var end = start;
        var escapes = false;
        while (true)
        {
            var quote = data[end..].IndexOf('"');
            if (quote < 0) return _window.HasEnded ? Scan.Malformed : Scan.NeedsMore;
            end += quote;
            if (end + 1 == data.Length)
            {
                if (!_window.HasEnded) return Scan.NeedsMore;
                break;
            }

            if (data[end + 1] != '"') break;
            escapes = true;
            end += 2;
        }

        lines += LineEnds(data[start..end]);
        AddField(new Field(start, end - start, true, escapes));
        at = end + 1;
        var clean = at == data.Length || data[at] == _delimiter || data[at] is '\n' or '\r';
        if (clean) return Scan.Whole;
        // The line that a stray quote costs has to be there as a whole, or its rest would read as a row of its own.
        return _window.HasEnded || HoldsFirstLine(data) ? Scan.Malformed : Scan.NeedsMore;
    }

    private static bool HoldsFirstLine(ReadOnlySpan<char> data)
    {
        var lineEnd = data.IndexOfAny('\r', '\n');
        return lineEnd >= 0 && (data[lineEnd] == '\n' || lineEnd + 1 < data.Length);
    }

    private Scan Finish(int length, int lineEnd, int lines)
    {
        _length = length;
        _next = length + lineEnd;
        _nextLine += lines;
        return Scan.Whole;
    }

    // A stray quote: reject the line where the row starts, go on with the next.
    private void TakeFirstLine()
    {
        Fault = "quote that does not close, or text after a closing quote";
        var data = _window.Span;
        var lineEnd = data.IndexOfAny('\r', '\n');
        _length = lineEnd < 0 ? data.Length : lineEnd;
        _next = lineEnd < 0 ? data.Length : data[lineEnd..].StartsWith("\r\n") ? lineEnd + 2 : lineEnd + 1;
        _nextLine++;
    }

    // Keeps the beginning of a row that is too long and skips the rest of its line without holding it.
    private async ValueTask TakeOverlongAsync(CancellationToken cancellationToken)
    {
        if (_window.Span.IndexOfAny('\r', '\n') >= 0)
        {
            TakeFirstLine();
            return;
        }

        var lineEnd = -1;
        do
        {
            _window.CutTo(ReadLimits.KeptOfOverlong);
            await _window.FillAsync(cancellationToken);
            lineEnd = _window.Span[ReadLimits.KeptOfOverlong..].IndexOfAny('\r', '\n');
        }
        while (lineEnd < 0 && !_window.HasEnded);

        Fault = $"longer than {ReadLimits.RowCharacters} characters";
        _fieldCount = 0;
        _length = ReadLimits.KeptOfOverlong;
        // The line end itself is left: it reads as a blank line.
        _next = lineEnd < 0 ? _window.Span.Length : ReadLimits.KeptOfOverlong + lineEnd;
    }

    private async ValueTask<char> ChooseDelimiterAsync(CancellationToken cancellationToken)
    {
        while (!_window.HasEnded && _window.Span.Length < ReadLimits.RowCharacters && FirstLine().Length == _window.Span.Length) await _window.FillAsync(cancellationToken);
        var line = FirstLine();
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            if (!quoted && ",;\t".IndexOf(c) is >= 0 and var candidate) counts[candidate]++;
        }

        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    private ReadOnlySpan<char> FirstLine()
    {
        var data = _window.Span;
        var content = data.Length - data.TrimStart("\uFEFF\r\n").Length;
        var lineEnd = data[content..].IndexOfAny('\r', '\n');
        return lineEnd < 0 ? data : data[..(content + lineEnd)];
    }

    // Excel's own "sep=;" line.
    private bool IsSeparatorHint()
    {
        var line = Row.TrimStart('\uFEFF');
        if (line.Length != 5 || !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return false;
        Delimit(line[4]);
        return true;
    }

    private void Delimit(char delimiter)
    {
        _delimiter = delimiter;
        _stops = SearchValues.Create([delimiter, '\r', '\n']);
    }

    private bool IsBlank()
    {
        for (var i = 0; i < Math.Min(_fieldCount, _fields.Length); i++)
        {
            if (!this[i].IsWhiteSpace()) return false;
        }

        return true;
    }

    private void AddField(Field field)
    {
        if (_fieldCount == _fields.Length && _fields.Length <= ReadLimits.Columns) Array.Resize(ref _fields, _fields.Length * 2);
        if (_fieldCount < _fields.Length) _fields[_fieldCount] = field;
        _fieldCount++;
    }

    private ReadOnlySpan<char> Unescape(ReadOnlySpan<char> raw)
    {
        if (_unescaped.Length < raw.Length) _unescaped = new char[raw.Length];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            _unescaped[length++] = raw[i];
            if (raw[i] == '"') i++;
        }

        return _unescaped.AsSpan(0, length);
    }

    private static int LineEnds(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('\r', '\n') < 0) return 0;
        return text.Count('\n') + text.Count('\r') - text.Count("\r\n");
    }

    /// <summary>A value: where it starts in the row, its length, whether it stands in quotes and has doubled ones inside.</summary>
    private readonly record struct Field(int Start, int Length, bool IsQuoted, bool HasEscapes);
}
