using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// Features of a comment: runs of one to three Chinese characters, beginnings of words, words and pairs of words, hashed to a fixed width
/// (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"), and the number of seed phrases of each theme. Neither
/// language needs a dictionary for segmentation.
/// </summary>
internal sealed class ThemeFeatures(ThemeLexicon lexicon)
{
    private const int Hashed = 1 << 14;
    private const int LongestRun = 3;
    private const int Stem = 5;

    // A comment with three phrases of a theme is clearly about that theme.
    private const int MostPhrases = 3;

    /// <summary>Number of features.</summary>
    public static int Width => Hashed + CommentThemes.All.Count;

    /// <summary>
    /// The nonzero features, ascending. The hashed features are scaled to length 1, so long and short comments have equal weight.
    /// </summary>
    /// <param name="normalised">The comment, as returned by <see cref="CommentText.Normalise"/>.</param>
    /// <param name="phrases">Number of seed phrases of each theme in the comment.</param>
    public (int[] Indices, float[] Values) Of(string normalised, out int[] phrases)
    {
        phrases = lexicon.Count(normalised);
        var hashed = new SortedSet<int>();
        string? before = null;
        foreach (var token in normalised.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isWord = !token.Any(CommentText.IsHan);
            if (isWord) AddWord(hashed, before, token);
            else AddRuns(hashed, token);
            before = isWord ? token : null;
        }

        var counted = phrases.Index().Where(theme => theme.Item > 0).ToArray();
        var value = hashed.Count == 0 ? 0 : (float)(1 / Math.Sqrt(hashed.Count));
        return (
            [.. hashed, .. counted.Select(theme => Hashed + theme.Index)],
            [.. Enumerable.Repeat(value, hashed.Count), .. counted.Select(theme => (float)Math.Min(theme.Item, MostPhrases))]);
    }

    private static void AddRuns(SortedSet<int> hashed, string token)
    {
        for (var from = 0; from < token.Length; from++)
        {
            for (var length = 1; length <= LongestRun && from + length <= token.Length; length++)
                hashed.Add(Slot(token.AsSpan(from, length), Kind.Run));
        }
    }

    private static void AddWord(SortedSet<int> hashed, string? before, string word)
    {
        hashed.Add(Slot(word, Kind.Word));
        if (word.Length > Stem) hashed.Add(Slot(word.AsSpan(0, Stem), Kind.Stem));
        if (before is not null) hashed.Add(Slot($"{before} {word}", Kind.Word));
    }

    private static int Slot(ReadOnlySpan<char> text, Kind kind) => (int)(StableHash.Of(text, (ulong)kind) & (Hashed - 1));

    private enum Kind : ulong
    {
        Run,
        Word,
        Stem,
    }
}
