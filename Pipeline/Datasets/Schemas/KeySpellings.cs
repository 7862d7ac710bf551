using CommunityDemand.Pipeline.Datasets.Values;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>
/// The keys of one column of a file: texts that differ by case or by what <see cref="KeyText"/> takes away are one key, in the spelling
/// seen first.
/// </summary>
internal sealed class KeySpellings
{
    private const int MostHeld = 100_000;

    private readonly Dictionary<string, Counted> _byText = [];
    private readonly Dictionary<string, string> _byFold = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Counted>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly Dictionary<string, SummaryKind> _summaries = [];
    private readonly bool _mayBeSummary;

    /// <param name="mayBeSummary">Whether a key of the column may name a total.</param>
    public KeySpellings(bool mayBeSummary)
    {
        _mayBeSummary = mayBeSummary;
        _lookup = _byText.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a key came that may name a total or a part of another row.</summary>
    public bool HasSummaries => _summaries.Count > 0;

    /// <summary>Distinct keys in the order in which they came; the first so many.</summary>
    public IReadOnlyCollection<string> Keys => _byFold.Values;

    /// <summary>Texts as the file has them, each with the other spelling that counts for the text.</summary>
    public IEnumerable<(string Text, string Spelling)> Joined =>
        _byText.Where(pair => pair.Key != pair.Value.Spelling).Select(pair => (pair.Key, pair.Value.Spelling));

    /// <summary>Keys with the number of their rows.</summary>
    public IReadOnlyDictionary<string, long> Rows => _byText.Values.GroupBy(counted => counted.Spelling, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(counted => counted.Rows), StringComparer.Ordinal);

    /// <summary>The spelling of a text that came before, which is counted once more; null of a new text.</summary>
    public string? Known(ReadOnlySpan<char> text)
    {
        if (!_lookup.TryGetValue(text, out var known)) return null;
        known.Rows++;
        return known.Spelling;
    }

    /// <summary>What a key says of its row.</summary>
    public SummaryKind SummaryOf(string key) => _summaries.GetValueOrDefault(key);

    /// <summary>Remembers a new text.</summary>
    /// <param name="text">The text as the file has it.</param>
    /// <param name="normal">The text as <see cref="KeyText"/> gives it.</param>
    /// <returns>The spelling seen first.</returns>
    public string Add(ReadOnlySpan<char> text, string normal)
    {
        if (!_byFold.TryGetValue(normal, out var spelling))
        {
            spelling = normal;
            if (_mayBeSummary && SummaryWords.KindOf(normal) is not SummaryKind.None and var kind) _summaries[normal] = kind;
            if (_byFold.Count < MostHeld) _byFold.Add(normal, spelling);
        }

        if (_byText.Count < MostHeld) _lookup[text] = new Counted(spelling);
        return spelling;
    }

    private sealed class Counted(string spelling)
    {
        public string Spelling => spelling;

        public long Rows { get; set; } = 1;
    }
}
