using CommunityDemand.Pipeline.Ingest.Inspection;

namespace CommunityDemand.Local.Series;

/// <summary>
/// Reads the key of a row: a tuple of cells. The tuple is looked up as one text in which each cell follows its length, so that any
/// character may stand in a cell. Spaces around a cell do not count; line breaks do.
/// </summary>
internal sealed class KeyReader<T>(int[] columns)
    where T : class, new()
{
    private const string Spaces = " \t\u00A0\u3000";

    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);
    private char[] _buffer = new char[256];

    public IReadOnlyList<int> Columns => columns;

    /// <summary>What belongs to the key of the current row; made new for a new key.</summary>
    public T Of(ColumnReader rows)
    {
        var packed = Pack(rows);
        var known = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(packed, out var value)) known[packed] = value = new T();
        return value;
    }

    /// <summary>Keys with what belongs to them.</summary>
    public IEnumerable<(string[] Key, T Value)> All() => _values.Select(pair => (Unpack(pair.Key), pair.Value));

    private ReadOnlySpan<char> Pack(ColumnReader rows)
    {
        var length = 0;
        foreach (var column in columns)
        {
            var cell = rows[column].Trim(Spaces);
            if (_buffer.Length < length + cell.Length + 2) Array.Resize(ref _buffer, (length + cell.Length + 2) * 2);
            _buffer[length++] = (char)(cell.Length & 0xffff);
            _buffer[length++] = (char)(cell.Length >> 16);
            cell.CopyTo(_buffer.AsSpan(length));
            length += cell.Length;
        }

        return _buffer.AsSpan(0, length);
    }

    private string[] Unpack(string packed)
    {
        var key = new string[columns.Length];
        var at = 0;
        for (var i = 0; i < key.Length; i++)
        {
            var length = packed[at] | (packed[at + 1] << 16);
            key[i] = packed.Substring(at + 2, length);
            at += 2 + length;
        }

        return key;
    }
}
