using System.Buffers;

namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>The grammar of delimited text (RFC 4180 and its dialects, any line end): where the values of a row lie.</summary>
/// <param name="mostFields">Values whose place is kept; the others are counted alone.</param>
internal sealed class DelimitedRow(Dialect dialect, int mostFields)
{
    private const int None = -1;

    private readonly SearchValues<char> _stops = StopsOf(dialect);
    private readonly char _delimiter = dialect.Delimiter[0];
    private readonly string? _whole = dialect.Delimiter.Length > 1 ? dialect.Delimiter : null;
    private readonly int _quote = dialect.Quote ?? None;
    private readonly int _escape = dialect.Escape ?? None;
    private Field[] _fields = new Field[64];

    public enum Outcome
    {
        Whole,
        NeedsMore,
        Malformed,
    }

    /// <summary>Values, with those past the most that are kept.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Values whose place is known.</summary>
    public ReadOnlySpan<Field> Fields => _fields.AsSpan(0, Math.Min(FieldCount, _fields.Length));

    /// <summary>Characters without the line end.</summary>
    public int Length { get; private set; }

    /// <summary>Characters with it.</summary>
    public int Whole { get; private set; }

    /// <summary>Lines that the row takes.</summary>
    public int Lines { get; private set; }

    public void Clear() => FieldCount = 0;

    /// <summary>Splits the row that the text begins with.</summary>
    /// <param name="ended">Whether no more text follows.</param>
    public Outcome Scan(ReadOnlySpan<char> data, bool ended)
    {
        var at = 0;
        var lines = 1;
        Clear();
        while (true)
        {
            if (at < data.Length && data[at] == _quote)
            {
                var quoted = ScanQuoted(data, ended, at, ref at, ref lines);
                if (quoted != Outcome.Whole) return quoted;
            }
            else if (at < data.Length && data[at] == ' ' && OpensAfterSpaces(data, at) is var open and >= 0)
            {
                var quoted = ScanQuoted(data, ended, open, ref at, ref lines);
                if (quoted == Outcome.NeedsMore) return quoted;
                // Text with a quotation mark inside it.
                if (quoted == Outcome.Malformed && !ScanPlain(data, ended, ref at)) return Outcome.NeedsMore;
            }
            else if (!ScanPlain(data, ended, ref at))
            {
                return Outcome.NeedsMore;
            }

            if (at == data.Length) return ended ? Finish(at, 0, lines) : Outcome.NeedsMore;
            if (data[at] == _delimiter && data[at] is not ('\r' or '\n'))
            {
                at += _whole?.Length ?? 1;
                if (dialect.SpaceFollows && at < data.Length && data[at] == ' ') at++;
                continue;
            }

            if (data[at] == '\n') return Finish(at, 1, lines);
            if (at + 1 == data.Length && !ended) return Outcome.NeedsMore;
            return Finish(at, at + 1 < data.Length && data[at + 1] == '\n' ? 2 : 1, lines);
        }
    }

    // Moves past a value without quotes; false where its end is not there yet.
    private bool ScanPlain(ReadOnlySpan<char> data, bool ended, ref int at)
    {
        var start = at;
        var end = at;
        var escapes = false;
        while (true)
        {
            var stop = data[end..].IndexOfAny(_stops);
            if (stop < 0)
            {
                if (!ended) return false;
                end = data.Length;
                break;
            }

            end += stop;
            if (data[end] == _escape && end + 1 < data.Length)
            {
                escapes = true;
                end += 2;
            }
            else if (data[end] == _escape && !ended)
            {
                return false;
            }
            else if (data[end] == _escape || (_whole is not null && data[end] == _delimiter && !data[end..].StartsWith(_whole)))
            {
                if (!ended && data.Length - end < (_whole?.Length ?? 1)) return false;
                end++;
            }
            else
            {
                break;
            }
        }

        AddField(new Field(start, end - start, false, escapes));
        at = end;
        return true;
    }

    private int OpensAfterSpaces(ReadOnlySpan<char> data, int at)
    {
        if (_quote == None) return None;
        var text = data[at..].IndexOfAnyExcept(' ');
        return text > 0 && data[at + text] == _quote ? at + text : None;
    }

    private Outcome ScanQuoted(ReadOnlySpan<char> data, bool ended, int open, ref int at, ref int lines)
    {
        var start = open + 1;
        var end = start;
        var escapes = false;
        while (true)
        {
            var quote = _escape == None ? data[end..].IndexOf((char)_quote) : data[end..].IndexOfAny((char)_quote, (char)_escape);
            if (quote < 0) return ended ? Outcome.Malformed : Outcome.NeedsMore;
            end += quote;
            if (end + 1 == data.Length)
            {
                if (!ended) return Outcome.NeedsMore;
                if (data[end] != _quote) return Outcome.Malformed;
                break;
            }

            if (data[end] == _quote && data[end + 1] != _quote) break;
            escapes = true;
            end += 2;
        }

        var next = EndOf(data, end + 1);
        // The line that a stray quote costs has to be there as a whole, or its rest would read as a row of its own.
        if (next == None) return ended || HoldsFirstLine(data) ? Outcome.Malformed : Outcome.NeedsMore;
        if (next == data.Length && !ended) return Outcome.NeedsMore;
        lines += LineEnds(data[start..end]);
        AddField(new Field(start, end - start, true, escapes));
        at = next;
        return Outcome.Whole;
    }

    // Where a delimiter or a line end follows a closing quote, spaces apart; none where text does.
    private int EndOf(ReadOnlySpan<char> data, int at)
    {
        while (at < data.Length && data[at] == ' ' && _delimiter != ' ') at++;
        return at == data.Length || data[at] == _delimiter || data[at] is '\n' or '\r' ? at : None;
    }

    private static bool HoldsFirstLine(ReadOnlySpan<char> data)
    {
        var lineEnd = data.IndexOfAny('\r', '\n');
        return lineEnd >= 0 && (data[lineEnd] == '\n' || lineEnd + 1 < data.Length);
    }

    private Outcome Finish(int length, int lineEnd, int lines)
    {
        (Length, Whole, Lines) = (length, length + lineEnd, lines);
        return Outcome.Whole;
    }

    private void AddField(Field field)
    {
        if (FieldCount == _fields.Length && _fields.Length <= mostFields) Array.Resize(ref _fields, _fields.Length * 2);
        if (FieldCount < _fields.Length) _fields[FieldCount] = field;
        FieldCount++;
    }

    private static int LineEnds(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('\r', '\n') < 0) return 0;
        return text.Count('\n') + text.Count('\r') - text.Count("\r\n");
    }

    private static SearchValues<char> StopsOf(Dialect dialect) => dialect.Escape is { } escape
        ? SearchValues.Create([dialect.Delimiter[0], '\r', '\n', escape])
        : SearchValues.Create([dialect.Delimiter[0], '\r', '\n']);

    /// <summary>A value: where it starts in the row, its length, whether it stands in quotes and has escaped ones inside.</summary>
    public readonly record struct Field(int Start, int Length, bool IsQuoted, bool HasEscapes);
}
