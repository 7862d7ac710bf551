namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>Context of parsing: the current day, and a cache of earlier texts, because the same keys occur millions of times.</summary>
internal sealed class ParseContext(DateOnly today)
{
    public const int FirstYear = 1900;
    private const int MostInterned = 100_000;
    private const int PlannedYears = 20;

    private readonly HashSet<string> _texts = [];

    public DateOnly LastDay(DayBound bound) => bound switch
    {
        DayBound.Tomorrow => today.AddDays(1),
        DayBound.Planned => today.AddYears(PlannedYears),
        _ => DateOnly.MaxValue,
    };

    public string Intern(ReadOnlySpan<char> text)
    {
        var texts = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (texts.TryGetValue(text, out var known)) return known;
        var copy = text.ToString();
        if (_texts.Count < MostInterned) _texts.Add(copy);
        return copy;
    }
}
