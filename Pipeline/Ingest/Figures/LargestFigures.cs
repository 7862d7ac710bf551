namespace CommunityDemand.Pipeline.Ingest.Figures;

/// <summary>The largest figures of a series with their places; of equal ones those that came first.</summary>
internal sealed class LargestFigures
{
    private const int Most = 3;

    private readonly PlacedFigure[] _figures = new PlacedFigure[Most];
    private int _count;

    public ReadOnlySpan<PlacedFigure> All => _figures.AsSpan(0, _count);

    public void Add(double figure, string? sheet, long line)
    {
        if (_count == Most && figure <= _figures[Most - 1].Figure) return;
        if (_count < Most) _count++;
        var place = _count - 1;
        for (; place > 0 && figure > _figures[place - 1].Figure; place--) _figures[place] = _figures[place - 1];
        _figures[place] = new PlacedFigure(figure, sheet, line);
    }
}

/// <summary>A figure and where it stands.</summary>
/// <param name="Sheet">The sheet, where several are read.</param>
internal readonly record struct PlacedFigure(double Figure, string? Sheet, long Line);
