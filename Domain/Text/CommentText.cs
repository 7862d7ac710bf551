using System.Text;

namespace CommunityDemand.Domain.Text;

/// <summary>Comments as text statistics see them: what differs only in case, width, digits or punctuation is the same.</summary>
public static class CommentText
{
    /// <summary>
    /// Characters of a comment that count. Who writes more has said it by then, and no comment may cost more than another by far.
    /// </summary>
    public const int LongestComment = 1000;

    private const char FirstFullWidth = '！';
    private const char LastFullWidth = '～';
    private const int FullWidthOffset = '！' - '!';

    /// <summary>
    /// Lower case, full-width letters made narrow, each run of anything but letters made one space, and a space at either end: a word
    /// stands between spaces. Only the first <see cref="LongestComment"/> characters count.
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

    /// <summary>Whether a character is of a script that puts no space between words.</summary>
    public static bool IsHan(char unit) => unit is (>= '㐀' and <= '䶿') or (>= '一' and <= '鿿') or (>= '豈' and <= '﫿');
}
