using System.Text;

namespace CommunityDemand.Domain.Text;

/// <summary>Normalised comments for text statistics: comments that differ only in case, width, digits or punctuation are equal.</summary>
public static class CommentText
{
    /// <summary>Maximum number of characters of a comment that count. The limit bounds the cost of one comment.</summary>
    public const int LongestComment = 1000;

    private const char FirstFullWidth = '！';
    private const char LastFullWidth = '～';
    private const int FullWidthOffset = '！' - '!';

    /// <summary>
    /// Normalises a comment: lower case, full-width letters made narrow, each run of other characters replaced by one space, and a space
    /// at both ends, so that every word stands between spaces. Only the first <see cref="LongestComment"/> characters count.
    /// </summary>
    /// <returns>A single space for a comment without letters.</returns>
    public static string Normalise(string comment)
    {
        var text = new StringBuilder(Math.Min(comment.Length, LongestComment) + 2).Append(' ');
        foreach (var raw in comment.AsSpan(0, Math.Min(comment.Length, LongestComment)))
        {
            var unit = raw is >= FirstFullWidth and <= LastFullWidth ? (char)(raw - FullWidthOffset) : raw;
            if (char.IsLetter(unit)) text.Append(char.ToLowerInvariant(unit));
            else if (unit is not ('\'' or '’') && text[^1] != ' ') text.Append(' ');
        }

        if (text[^1] != ' ') text.Append(' ');
        return text.ToString();
    }

    /// <summary>Whether a character belongs to a script without spaces between words.</summary>
    public static bool IsHan(char unit) => unit is (>= '㐀' and <= '䶿') or (>= '一' and <= '鿿') or (>= '豈' and <= '﫿');
}
