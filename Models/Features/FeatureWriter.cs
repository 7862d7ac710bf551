namespace CommunityDemand.Models.Features;

/// <summary>Appends features to a row and, if asked, their names: values and names can't come apart.</summary>
internal ref struct FeatureWriter(Span<float> row, List<string>? names = null)
{
    /// <summary>Bounds what a feature may say; trees need no more.</summary>
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
