namespace CommunityDemand.Domain.Text;

/// <summary>
/// The one table of codes of an enumeration: a code to print, and other spellings to accept. Parsing ignores letter case, spaces, hyphens
/// and underscores.
/// </summary>
internal sealed class CodeTable<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string[]> _spellings = [];
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);

    /// <param name="rows">Each value with its code, followed by its other spellings.</param>
    public CodeTable(params (T Value, string[] Spellings)[] rows)
    {
        foreach (var (value, spellings) in rows)
        {
            _spellings.Add(value, spellings);
            foreach (var spelling in spellings) _values.Add(Normalise(spelling), value);
        }
    }

    public string Print(T value) => Spellings(value)[0];

    /// <summary>The code and the other spellings of a value.</summary>
    public IReadOnlyList<string> Spellings(T value) =>
        _spellings.TryGetValue(value, out var spellings) ? spellings : throw new ArgumentOutOfRangeException(nameof(value), value, null);

    public bool TryParse(string? text, out T value)
    {
        value = default;
        return text is not null && _values.TryGetValue(Normalise(text), out value);
    }

    private static string Normalise(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '_'))).ToUpperInvariant();
}
