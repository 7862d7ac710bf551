using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// Counts a theme's <see cref="SeedPhrases"/> in a comment. Where phrases overlap the longest counts: <i>not satisfied</i> is not praise because it
/// holds <i>satisfied</i>.
/// </summary>
internal sealed class ThemeLexicon
{
    private readonly Dictionary<char, Seed[]> _seeds;

    public ThemeLexicon() => _seeds = SeedPhrases.All
        .SelectMany(theme => theme.Phrases.Select(phrase => new Seed(phrase, (int)theme.Theme)))
        .Concat(SeedPhrases.Neutral.Select(phrase => new Seed(phrase, null)))
        .GroupBy(seed => seed.Phrase[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(seed => seed.Phrase.Length).ToArray());

    /// <summary>Phrases of each theme in a comment.</summary>
    /// <param name="normalised">As <see cref="CommentText.Normalise"/> gives it.</param>
    public int[] Count(string normalised)
    {
        var counts = new int[CommentThemes.All.Count];
        for (var at = 0; at < normalised.Length;)
        {
            var seed = Match(normalised, at);
            if (seed?.Theme is { } theme) counts[theme]++;
            at += seed is null ? 1 : seed.Phrase.TrimEnd().Length;
        }

        return counts;
    }

    /// <summary>The theme with the most phrases; null where there is none or two have as many.</summary>
    public static int? Leader(int[] counts)
    {
        var most = counts.Max();
        return most > 0 && counts.Count(count => count == most) == 1 ? Array.IndexOf(counts, most) : null;
    }

    private Seed? Match(string text, int at)
    {
        if (!_seeds.TryGetValue(text[at], out var seeds)) return null;
        // A word's phrase begins where a word begins; Chinese has no such places.
        if (!CommentText.IsHan(text[at]) && text[at - 1] != ' ' && !CommentText.IsHan(text[at - 1])) return null;
        return Array.Find(seeds, seed => string.CompareOrdinal(text, at, seed.Phrase, 0, seed.Phrase.Length) == 0);
    }

    private sealed record Seed(string Phrase, int? Theme);
}
