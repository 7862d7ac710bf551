using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// The lexicon that counts a theme's <see cref="SeedPhrases"/> in a comment. Where phrases overlap, the longest counts: <i>not
/// satisfied</i> is not praise, although it contains <i>satisfied</i>. Negated praise counts for the pain point that it stands for.
/// </summary>
internal sealed class ThemeLexicon
{
    private readonly Dictionary<int, SeedPhrase[]> _phrases;

    public ThemeLexicon()
    {
        var denied = SeedPhrases.Denied.SelectMany(theme =>
            theme.Phrases.Select(phrase => (phrase, theme.Theme))).ToLookup(pair => pair.phrase, pair => (CommentTheme?)pair.Theme);
        _phrases = SeedPhrases.All
            .SelectMany(theme => theme.Phrases.Select(phrase => theme.Theme == CommentTheme.Praise
                ? new SeedPhrase(phrase, theme.Theme) { Denied = denied[phrase].FirstOrDefault() }
                : new SeedPhrase(phrase, theme.Theme)))
            .Concat(SeedPhrases.Neutral.Select(phrase => new SeedPhrase(phrase, null)))
            .GroupBy(phrase => Key(phrase.Text, 0))
            .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Text.Length).ToArray());
    }

    /// <summary>Number of phrases of each theme in a comment.</summary>
    /// <param name="normalised">The comment, as returned by <see cref="CommentText.Normalise"/>.</param>
    public int[] Count(string normalised)
    {
        var counts = new int[CommentThemes.All.Count];
        for (var at = 0; at < normalised.Length;)
        {
            var (phrase, length) = Match(normalised, at);
            var theme = phrase?.Theme == phrase?.Denied || !IsDenied(normalised.AsSpan(0, at)) ? phrase?.Theme : phrase?.Denied;
            if (theme is { } found) counts[(int)found]++;
            at += Math.Max(1, length);
        }

        return counts;
    }

    /// <summary>The theme with the most phrases; null where there is none, or two have equally many.</summary>
    public static int? Leader(int[] counts)
    {
        var most = counts.Max();
        return most > 0 && counts.Count(count => count == most) == 1 ? Array.IndexOf(counts, most) : null;
    }

    private (SeedPhrase? Phrase, int Length) Match(string text, int at)
    {
        // Phrases of words begin at the beginning of a word; Chinese text has no word boundaries.
        if (!CommentText.IsHan(text[at]) && (text[at] == ' ' || (text[at - 1] != ' ' && !CommentText.IsHan(text[at - 1])))) return default;
        if (!_phrases.TryGetValue(Key(text, at), out var phrases)) return default;
        foreach (var phrase in phrases)
        {
            if (phrase.Match(text, at) is var length and > 0) return (phrase, length);
        }

        return default;
    }

    private static bool IsDenied(ReadOnlySpan<char> before)
    {
        foreach (var negation in SeedPhrases.Negations)
        {
            if (EndsWith(before, negation) || (before[^1] == ' ' && EndsWith(WithoutLastWord(before), negation))) return true;
        }

        return false;
    }

    /// <summary>Whether the text ends with the negation: Chinese directly at the end, words as whole words.</summary>
    private static bool EndsWith(ReadOnlySpan<char> before, string negation)
    {
        if (CommentText.IsHan(negation[0])) return before.EndsWith(negation, StringComparison.Ordinal);
        var words = before.TrimEnd(' ');
        return words.Length < before.Length && words.EndsWith(negation, StringComparison.Ordinal)
            && (words.Length == negation.Length || words[^(negation.Length + 1)] == ' ');
    }

    private static ReadOnlySpan<char> WithoutLastWord(ReadOnlySpan<char> before) => before[..(before.TrimEnd(' ').LastIndexOf(' ') + 1)];

    // One Chinese character is specific enough as a key; so are two letters.
    private static int Key(string text, int at) =>
        CommentText.IsHan(text[at]) || at + 1 == text.Length ? text[at] : (text[at] << 16) | text[at + 1];
}
