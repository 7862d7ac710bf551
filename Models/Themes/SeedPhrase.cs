using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// A phrase of the lexicon. English phrases match whole words; the last word may be inflected, or have any ending where the table has a
/// star. Chinese phrases match anywhere.
/// </summary>
/// <param name="table">The phrase as written in the table.</param>
/// <param name="theme">Theme of the phrase; null for a neutral phrase.</param>
internal sealed class SeedPhrase(string table, CommentTheme? theme)
{
    private const char AnyEnd = '*';

    // Regular endings only. The tables list words that double a consonant or drop an e.
    private static readonly string[] Inflections = ["s", "es", "d", "ed", "ing"];

    private readonly bool _anyEnd = table[^1] == AnyEnd;

    public string Text { get; } = table.TrimEnd(AnyEnd);

    public CommentTheme? Theme { get; } = theme;

    /// <summary>Theme where a negation precedes the phrase; null for none.</summary>
    public CommentTheme? Denied { get; init; } = theme;

    /// <summary>
    /// Number of characters that the phrase covers at a place where a word, or a Chinese character, begins; 0 without a match.
    /// </summary>
    public int Match(string text, int at)
    {
        if (string.CompareOrdinal(text, at, Text, 0, Text.Length) != 0) return 0;
        if (CommentText.IsHan(Text[^1])) return Text.Length;
        var end = at + Text.Length;
        while (end < text.Length && text[end] != ' ' && !CommentText.IsHan(text[end])) end++;
        var ending = text.AsSpan(at + Text.Length, end - at - Text.Length);
        return ending.IsEmpty || _anyEnd || IsInflection(ending) ? end - at : 0;
    }

    private static bool IsInflection(ReadOnlySpan<char> ending)
    {
        foreach (var inflection in Inflections)
        {
            if (ending.SequenceEqual(inflection)) return true;
        }

        return false;
    }
}
