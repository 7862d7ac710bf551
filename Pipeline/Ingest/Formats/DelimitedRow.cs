using System.Buffers;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>The grammar of delimited text (RFC 4180, any line end): where the values of a row lie.</summary>
internal sealed class DelimitedRow
{
    private Field[] _fields = new Field[64];
    private SearchValues<char> _stops;
    private char _delimiter;

    public DelimitedRow(char delimiter) => (_delimiter, _stops) = (delimiter, StopsOf(delimiter));

    public enum Outcome
    {
        Whole,
        NeedsMore,
        Malformed,
    }

    public char Delimiter
    {
        get => _delimiter;
        set => (_delimiter, _stops) = (value, StopsOf(value));
    }

    /// <summary>Values, with those past <see cref="ReadLimits.Columns"/> that are counted alone.</summary>
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
            if (at < data.Length && data[at] == '"')
            {
                var quoted = ScanQuoted(data, ended, ref at, ref lines);
                if (quoted != Outcome.Whole) return quoted;
            }
            else
            {
                var stop = data[at..].IndexOfAny(_stops);
                if (stop < 0)
                {
                    if (!ended) return Outcome.NeedsMore;
                    stop = data.Length - at;
                }

                AddField(new Field(at, stop, false, false));
                at += stop;
            }

            if (at == data.Length) return ended ? Finish(at, 0, lines) : Outcome.NeedsMore;
            if (data[at] == _delimiter)
            {
                at++;
                continue;
            }

            if (data[at] == '\n') return Finish(at, 1, lines);
            if (at + 1 == data.Length && !ended) return Outcome.NeedsMore;
            return Finish(at, at + 1 < data.Length && data[at + 1] == '\n' ? 2 : 1, lines);
        }
    }

    private Outcome ScanQuoted(ReadOnlySpan<char> data, bool ended, ref int at, ref int lines)
    {
        var start = at + 1;
        var end = start;
        var escapes = false;
        while (true)
        {
            var quote = data[end..].IndexOf('"');
            if (quote < 0) return ended ? Outcome.Malformed : Outcome.NeedsMore;
            end += quote;
            if (end + 1 == data.Length)
            {
                if (!ended) return Outcome.NeedsMore;
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
        if (clean) return Outcome.Whole;
        // The line that a stray quote costs has to be there as a whole, or its rest would read as a row of its own.
        return ended || HoldsFirstLine(data) ? Outcome.Malformed : Outcome.NeedsMore;
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
        if (FieldCount == _fields.Length && _fields.Length <= ReadLimits.Columns) Array.Resize(ref _fields, _fields.Length * 2);
        if (FieldCount < _fields.Length) _fields[FieldCount] = field;
        FieldCount++;
    }

    private static int LineEnds(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('\r', '\n') < 0) return 0;
        return text.Count('\n') + text.Count('\r') - text.Count("\r\n");
    }

    private static SearchValues<char> StopsOf(char delimiter) => SearchValues.Create([delimiter, '\r', '\n']);

    /// <summary>A value: where it starts in the row, its length, whether it stands in quotes and has doubled ones inside.</summary>
    public readonly record struct Field(int Start, int Length, bool IsQuoted, bool HasEscapes);
}
