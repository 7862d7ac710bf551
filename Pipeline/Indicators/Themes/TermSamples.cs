using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Text;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>
/// Comments of the origin's quarter and of the quarter before, by area and theme, to find new terms. Each is a bounded sample, and each
/// comment is cut to its beginning.
/// </summary>
internal sealed class TermSamples(DateOnly origin)
{
    private const int MostComments = 500;
    private const int LongestComment = 200;
    private const int MostTerms = 5;

    private readonly CalendarQuarter _now = CalendarQuarter.Of(origin);
    private readonly Dictionary<(Area Area, CommentTheme? Theme, bool AllThemes, bool Now), BottomSample<string>> _samples = [];

    /// <summary>Adds a comment of either quarter.</summary>
    /// <param name="areas">Areas of the comment.</param>
    /// <param name="theme">Theme; null for unclear.</param>
    public void Add(IEnumerable<Area> areas, CommentTheme? theme, PlacedComment comment)
    {
        var age = _now.Since(CalendarQuarter.Of(comment.Date));
        if (age > 1) return;
        var text = CommentText.Normalise(comment.Text);
        if (text.Length > LongestComment) text = text[..LongestComment];
        // Two people may write the same text, but hardly on one day about one service in one community.
        var hash = StableHash.Of($"{comment.Community}\n{comment.Date:O}\n{comment.Service}\n{text}");
        foreach (var area in areas)
        {
            Sample(area, theme, false, age == 0).GetOrAdd(hash, () => text);
            Sample(area, null, true, age == 0).GetOrAdd(hash, () => text);
        }
    }

    /// <summary>
    /// Terms that are clearly more frequent in comments on a theme than in the quarter before; null where one of the quarters has too few
    /// comments.
    /// </summary>
    public string? Emerging(Area area, CommentTheme? theme) =>
        Emerging(area, Texts(area, theme, false, true), Texts(area, theme, false, false));

    /// <summary>Emerging terms over all themes.</summary>
    public string? Emerging(Area area) => Emerging(area, Texts(area, null, true, true), Texts(area, null, true, false));

    private string? Emerging(Area area, string[] now, string[] before)
    {
        var background = Texts(area, null, true, true).Concat(Texts(area, null, true, false));
        return EmergingTerms.Of(now, before, background) is { } terms ? string.Join("; ", Terms.Maximal(terms, MostTerms)) : null;
    }

    private string[] Texts(Area area, CommentTheme? theme, bool allThemes, bool now) =>
        _samples.TryGetValue((area, theme, allThemes, now), out var sample) ? [.. sample.Items.Select(item => item.Value)] : [];

    private BottomSample<string> Sample(Area area, CommentTheme? theme, bool allThemes, bool now)
    {
        if (!_samples.TryGetValue((area, theme, allThemes, now), out var sample))
            _samples.Add((area, theme, allThemes, now), sample = new(MostComments));
        return sample;
    }
}
