using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;

namespace CommunityDemand.Pipeline.Ingest.Surveys;

/// <summary>What is known of a column's values.</summary>
internal sealed class SurveyedColumn
{
    private const int MostSamples = 3;
    private const int LongestSample = 200;
    private const int MostDistinct = 1000;

    // Of one kind, as of the columns by which a header is found.
    private const double Most = 0.7;

    private readonly long[] _kinds = new long[Enum.GetValues<CellKind>().Length];
    private readonly HashSet<int> _distinct = [];
    private readonly List<string> _samples = [];

    public string Name { get; set; } = "";

    public long Rows { get; set; }

    public long Empty => Rows - Filled;

    /// <summary>Different values, as far as they were counted.</summary>
    public int Distinct => _distinct.Count;

    /// <summary>The first different values.</summary>
    public IReadOnlyList<string> Samples => Kind == CellKind.Text ? [.. _samples.Select(PersonalNumbers.Strip)] : _samples;

    /// <summary>What most values are; text where they differ.</summary>
    public CellKind Kind
    {
        get
        {
            if (Filled == 0) return CellKind.Empty;
            var common = Enumerable.Range(1, _kinds.Length - 1).MaxBy(kind => _kinds[kind]);
            return _kinds[common] >= Most * Filled ? (CellKind)common : CellKind.Text;
        }
    }

    private long Filled => _kinds.Sum() - _kinds[(int)CellKind.Empty];

    public void Add(ReadOnlySpan<char> value)
    {
        var kind = CellKinds.Of(value);
        _kinds[(int)kind]++;
        if (kind == CellKind.Empty) return;
        var isNew = _distinct.Count < MostDistinct && _distinct.Add(string.GetHashCode(value, StringComparison.Ordinal));
        if (isNew && _samples.Count < MostSamples) _samples.Add(value[..Math.Min(value.Length, LongestSample)].ToString());
    }
}
