using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// Rows of delimited text (RFC 4180 and its dialects, any line end). A quote that never closes costs the line where it opens and no more:
/// reading resumes on the next line. Holds one row at a time.
/// </summary>
internal sealed class DelimitedReader : RowSource
{
    private readonly TextWindow _window;
    private readonly TableLayout _layout;
    private readonly TextScreen _screen;
    private readonly DelimitedRow _row;
    private readonly RowPlacement _placement;
    private readonly int[] _typed;
    private readonly List<string> _header = [];
    private char[] _unescaped = new char[256];
    private IReadOnlyList<string>? _mended;
    private bool _isTable;
    private bool _isHeld;
    private int _length;
    private int _next;
    private long _nextLine = 1;

    private DelimitedReader(TextReader text, TableLayout layout, TextScreen screen)
    {
        _screen = screen;
        _window = new TextWindow(text);
        _layout = layout;
        _row = new DelimitedRow(layout.Dialect, ReadLimits.Columns);
        _placement = new RowPlacement(layout);
        _typed = [.. Enumerable.Range(0, layout.Kinds.Count).Where(column => CellKinds.IsTyped(layout.Kinds[column])).Take(2)];
    }

    public override IReadOnlyList<string> Header => _header;

    public override bool HasHeader => _layout.HasHeader;

    public override NumberStyle TypicalNumbers => _layout.Dialect.Delimiter == ";" ? NumberStyle.Comma : NumberStyle.Point;

    public override int Width => Math.Max(_header.Count, _layout.Kinds.Count);

    public override string Original => new(RowText);

    public override IReadOnlyList<string>? Mended => _mended;

    private ReadOnlySpan<char> RowText => _window.Span[.._length];

    /// <summary>Opens delimited text and moves below its header.</summary>
    /// <param name="layout">Where the table begins; found in the beginning of the same text.</param>
    /// <param name="screen">What to look for in its rows.</param>
    /// <exception cref="UnreadableUploadException">There is no header, or it is too long.</exception>
    public static async ValueTask<DelimitedReader> OpenAsync(
        TextReader text, TableLayout layout, CancellationToken cancellationToken, TextScreen screen = default)
    {
        var reader = new DelimitedReader(text, layout, screen);
        await reader.OpenAsync(cancellationToken);
        return reader;
    }

    public override int ValueCount => _row.FieldCount;

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
        if (_isHeld)
        {
            _isHeld = false;
            return true;
        }

        var isAfterGap = false;
        while (true)
        {
            Advance();
            if (!await LoadRowAsync(cancellationToken)) return false;
            if (Fault is null && IsBlank())
            {
                isAfterGap = true;
                continue;
            }

            if (_isTable && StandsOut(isAfterGap)) Place(isAfterGap);
            if (_isTable) Fault ??= _screen.FaultOf(RowText);
            return true;
        }
    }

    public override string? Rewrite(int column, Func<string, string> rewrite)
    {
        if (Fault is not null || column >= _row.Fields.Length) return null;
        var field = _row.Fields[column];
        // In another dialect the value can't be put back.
        if (field.IsQuoted && (_layout.Dialect.Quote != '"' || _layout.Dialect.Escape is not null)) return null;
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

    private async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (!await ReadAsync(cancellationToken)) throw new UnreadableUploadException(FileMessages.NoHeaderLine());
        }
        while (Line < _layout.FirstLine);

        // A stray quote was mended where the header was found, or told as its fault.
        var fault = Fault == TableMessages.StrayQuote ? _layout.HeaderFault : Fault;
        if (_layout.HasHeader && fault is not null) throw new UnreadableUploadException(FileMessages.BadHeader(fault));
        if (_row.FieldCount > ReadLimits.Columns) throw new UnreadableUploadException(FileMessages.TooManyColumns());
        for (var i = 1; i < _layout.HeaderRows; i++) await ReadAsync(cancellationToken);
        _header.AddRange(_layout.Names);
        _isTable = true;
        _isHeld = !_layout.HasHeader;
        if (_isHeld && StandsOut(isAfterGap: false)) Place(isAfterGap: false);
    }

    // Drops the row read last: the window begins where the next one does.
    private void Advance()
    {
        _window.Advance(_next);
        _next = 0;
        _length = 0;
        _row.Clear();
        _mended = null;
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

    private bool StandsOut(bool isAfterGap)
    {
        if (Fault is not null) return _placement.IsPastTable;
        if (_row.FieldCount != _header.Count || isAfterGap || _placement.IsPastTable) return true;
        return _layout.HasHeader && (RepeatsHeader() || AreTexts(_typed));
    }

    private bool RepeatsHeader()
    {
        var first = _row.Fields[0];
        return first.Length == _header[0].Length && RowText.Slice(first.Start, first.Length).SequenceEqual(_header[0]);
    }

    // A header in other words, below the first, has texts where the rows have numbers and dates.
    private bool AreTexts(int[] columns)
    {
        foreach (var column in columns)
        {
            // Rows may be wider than the header, and this row is not.
            if (column >= _row.Fields.Length) return false;
            var field = _row.Fields[column];
            if (field.Length == 0 || !char.IsLetter(RowText[field.Start])) return false;
        }

        return true;
    }

    private void Place(bool isAfterGap)
    {
        var cells = new string[_row.Fields.Length];
        for (var i = 0; i < cells.Length; i++) cells[i] = this[i].ToString();
        var placed = _placement.Judge(new SampleRow(Line, cells, IsMalformed: false, IsSpaced: null), isAfterGap);
        Fault ??= placed.Fault;
        _mended = placed.Mended;
    }

    // A stray quote: reject the line where the row starts, go on with the next.
    private void TakeFirstLine()
    {
        Fault = TableMessages.StrayQuote;
        var line = SampleRows.FirstLine(_window.Span, out _next);
        _length = line.Length;
        _nextLine++;
        _row.Clear();
        if (_isTable && line.Length <= ReadLimits.KeptOfOverlong) _mended = QuoteMending.Split(line, _layout.Dialect, _header.Count);
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
        return _unescaped.AsSpan(0, Unescaping.Write(raw, _layout.Dialect, _unescaped));
    }
}
