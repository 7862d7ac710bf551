namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>What parsing a value may know: today, and the texts seen before (the same key comes millions of times).</summary>
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
