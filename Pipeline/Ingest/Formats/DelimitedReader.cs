using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// Rows of delimited text (RFC 4180, any line end). A quote that never closes costs the line where it opens and no more: reading
/// resumes on the next line. Holds one row at a time.
/// </summary>
internal sealed class DelimitedReader : RowSource
{
    private readonly TextWindow _window;
    private readonly List<string> _header = [];
    private readonly DelimitedRow _row;
    private char[] _unescaped = new char[256];
    private int _mostFields = int.MaxValue;
    private Message? _extraValues;
    private int _length;
    private int _next;
    private long _nextLine = 1;

    private DelimitedReader(TextReader text, char delimiter)
    {
        _window = new TextWindow(text);
        _row = new DelimitedRow(delimiter);
    }

    public override IReadOnlyList<string> Header => _header;

    public override string Original => new(RowText);

    private ReadOnlySpan<char> RowText => _window.Span[.._length];

    /// <summary>Opens delimited text and reads its header.</summary>
    /// <param name="delimiter">The delimiter; null to choose comma, semicolon or tab by the header.</param>
    /// <exception cref="UnreadableUploadException">There is no header, or it is too long.</exception>
    public static async ValueTask<DelimitedReader> OpenAsync(TextReader text, char? delimiter, CancellationToken cancellationToken)
    {
        var reader = new DelimitedReader(text, delimiter ?? ',');
        if (delimiter is null) reader._row.Delimiter = await reader.ChooseDelimiterAsync(cancellationToken);
        do
        {
            if (!await reader.ReadAsync(cancellationToken)) throw new UnreadableUploadException(FileMessages.NoHeaderLine());
        }
        while (reader.IsSeparatorHint());

        if (reader.Fault is { } fault) throw new UnreadableUploadException(FileMessages.BadHeader(fault));
        if (reader._row.FieldCount > ReadLimits.Columns) throw new UnreadableUploadException(FileMessages.TooManyColumns());

        for (var i = 0; i < reader._row.FieldCount; i++) reader._header.Add(reader[i].Trim().Trim('\uFEFF').ToString());
        reader._mostFields = reader._row.FieldCount;
        return reader;
    }

    public override ReadOnlySpan<char> this[int column]
    {
        get
        {
            if (column >= _row.Fields.Length) return default;
            var field = _row.Fields[column];
            var raw = RowText.Slice(field.Start, field.Length);
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
        if (Fault is not null || column >= _row.Fields.Length) return null;
        var field = _row.Fields[column];
        var value = rewrite(this[column].ToString());
        return string.Concat(
            RowText[..field.Start],
            field.IsQuoted ? CsvField.Inside(value) : value,
            RowText[(field.Start + field.Length)..]);
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
        _row.Clear();
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
                switch (_row.Scan(_window.Span, _window.HasEnded))
                {
                    case DelimitedRow.Outcome.Whole:
                        (_length, _next) = (_row.Length, _row.Whole);
                        _nextLine += _row.Lines;
                        if (_row.FieldCount > _mostFields) FaultExtraFields();
                        return true;
                    case DelimitedRow.Outcome.Malformed:
                        TakeFirstLine();
                        return true;
                    case DelimitedRow.Outcome.NeedsMore when _window.Span.Length >= ReadLimits.RowCharacters:
                        await TakeOverlongAsync(cancellationToken);
                        return true;
                }
            }

            await _window.FillAsync(cancellationToken);
        }
    }

    private void FaultExtraFields()
    {
        foreach (var field in _row.Fields[Math.Min(_mostFields, _row.Fields.Length)..])
        {
            if (field.Length == 0) continue;
            Fault = _extraValues ??= RowMessages.ExtraValues(_mostFields);
            return;
        }
    }

    // A stray quote: reject the line where the row starts, go on with the next.
    private void TakeFirstLine()
    {
        Fault = RowMessages.OpenQuote;
        var data = _window.Span;
        var lineEnd = data.IndexOfAny('\r', '\n');
        _length = lineEnd < 0 ? data.Length : lineEnd;
        _next = lineEnd < 0 ? data.Length : data[lineEnd..].StartsWith("\r\n") ? lineEnd + 2 : lineEnd + 1;
        _nextLine++;
        _row.Clear();
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

        Fault = RowMessages.TooLong;
        _row.Clear();
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
        var line = RowText.TrimStart('\uFEFF');
        if (line.Length != 5 || !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return false;
        _row.Delimiter = line[4];
        return true;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _row.Fields.Length; i++)
        {
            if (!this[i].IsWhiteSpace()) return false;
        }

        return true;
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
}
