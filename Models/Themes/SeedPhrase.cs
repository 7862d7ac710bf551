using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// A phrase of the lexicon. English ones match whole words, of which the last may be inflected, or have any end where the table has a
/// star; Chinese ones match anywhere.
/// </summary>
/// <param name="table">As a table of phrases has it.</param>
/// <param name="theme">Null for what says nothing.</param>
internal sealed class SeedPhrase(string table, CommentTheme? theme)
{
    private const char AnyEnd = '*';

    // Regular ones. What doubles a consonant or drops an e stands in the tables.
    private static readonly string[] Inflections = ["s", "es", "d", "ed", "ing"];

    private readonly bool _anyEnd = table[^1] == AnyEnd;

    public string Text { get; } = table.TrimEnd(AnyEnd);

    public CommentTheme? Theme { get; } = theme;

    /// <summary>The theme where what stands before denies the phrase; null for none.</summary>
    public CommentTheme? Denied { get; init; } = theme;

    /// <summary>
    /// Characters of the text that the phrase covers at a place where a word, or a Chinese character, begins; 0 where it is not there.
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
