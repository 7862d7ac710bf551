namespace CommunityDemand.Models.Features;

/// <summary>A writer that appends features to a row, and their names on request: values and names always stay in step.</summary>
internal ref struct FeatureWriter(Span<float> row, List<string>? names = null)
{
    /// <summary>Limit of a feature's value; trees need no larger values.</summary>
    private const double Most = 1e6;

    private readonly Span<float> _row = row;
    private int _count;

    public List<string>? Names { get; } = names;

    public readonly ReadOnlySpan<float> Written => _row[.._count];

    public void Add(string name, double value)
    {
        Names?.Add(name);
        _row[_count++] = (float)Math.Clamp(value, -Most, Most);
    }
}
