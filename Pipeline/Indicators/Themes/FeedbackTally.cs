using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>
/// Comments by theme, complaints and visits, by community, service and quarter; larger areas and scopes are sums of these.
/// </summary>
/// <param name="first">First quarter that counts.</param>
/// <param name="quarters">Number of quarters that count.</param>
internal sealed class FeedbackTally(IndicatorScope scope, CalendarQuarter first, int quarters)
{
    private readonly Dictionary<(string Community, string? Service), FeedbackCell[]> _cells = [];

    /// <summary>Whether there is any comment or complaint.</summary>
    public bool HasFeedback { get; private set; }

    /// <summary>Adds a comment.</summary>
    /// <param name="theme">Theme; null for unclear.</param>
    public void AddComment(PlacedComment comment, CommentTheme? theme)
    {
        CellOf(comment.Community, comment.Service, comment.Date).AddComment(theme);
        HasFeedback = true;
    }

    public void AddComplaint(FeedbackFact fact)
    {
        CellOf(fact.Community, fact.Service, fact.Date).Complaints++;
        HasFeedback = true;
    }

    public void AddVisits(UsageFact fact) => CellOf(fact.Community, fact.Service, fact.Date).Visits += fact.Visits;

    /// <summary>Quarters of every area and scope with data. Feedback without a service counts only for all services.</summary>
    public IReadOnlyDictionary<(Area Area, ServiceScope Scope), FeedbackCell[]> RollUp()
    {
        var sums = new Dictionary<(Area, ServiceScope), FeedbackCell[]>();
        foreach (var (key, cells) in _cells.OrderBy(pair => pair.Key.Community, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Service, StringComparer.Ordinal))
        {
            foreach (var area in scope.AreasOf(key.Community))
            {
                foreach (var services in ScopesOf(key.Service))
                {
                    if (!sums.TryGetValue((area, services), out var sum)) sums.Add((area, services), sum = Cells());
                    for (var quarter = 0; quarter < quarters; quarter++) sum[quarter].Add(cells[quarter]);
                }
            }
        }

        return sums;
    }

    private ServiceScope[] ScopesOf(string? service) => service is null ? [ServiceScope.All] : scope.ScopesOf(service);

    private FeedbackCell CellOf(string community, string? service, DateOnly day)
    {
        if (!_cells.TryGetValue((community, service), out var cells)) _cells.Add((community, service), cells = Cells());
        return cells[CalendarQuarter.Of(day).Since(first)];
    }

    private FeedbackCell[] Cells() => [.. Enumerable.Range(0, quarters).Select(_ => new FeedbackCell())];
}

/// <summary>Feedback and visits of one quarter.</summary>
internal sealed class FeedbackCell
{
    // Allocated with the first comment, because most services of most communities have none in most quarters. The last entry counts
    // unclear comments.
    private int[]? _themes;

    public int Complaints { get; set; }

    /// <summary>Served person-visits.</summary>
    public double Visits { get; set; }

    public int Comments { get; private set; }

    public int Of(CommentTheme? theme) => _themes?[Index(theme)] ?? 0;

    public void AddComment(CommentTheme? theme)
    {
        (_themes ??= new int[CommentThemes.All.Count + 1])[Index(theme)]++;
        Comments++;
    }

    public void Add(FeedbackCell other)
    {
        Complaints += other.Complaints;
        Visits += other.Visits;
        Comments += other.Comments;
        if (other._themes is null) return;
        _themes ??= new int[CommentThemes.All.Count + 1];
        for (var theme = 0; theme < _themes.Length; theme++) _themes[theme] += other._themes[theme];
    }

    private static int Index(CommentTheme? theme) => theme is { } known ? (int)known : CommentThemes.All.Count;
}
