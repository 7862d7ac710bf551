namespace CommunityDemand.Domain.Text;

/// <summary>
/// Terms of a text: runs of two to four Chinese characters, which need no word segmentation, and otherwise words and pairs of words.
/// </summary>
public static class Terms
{
    private const int Shortest = 2;
    private const int Longest = 4;
    private const int ShortestWord = 3;
    private const int LongestJoined = 24;

    // Of two terms that share characters, one is redundant unless it is clearly more frequent.
    private const double AsCommon = 0.8;

    /// <summary>Distinct terms of a comment.</summary>
    /// <param name="normalised">The comment, as returned by <see cref="CommentText.Normalise"/>.</param>
    public static HashSet<string> Of(string normalised)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        string? before = null;
        foreach (var token in normalised.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isWord = !token.Any(CommentText.IsHan);
            if (isWord) AddWords(terms, before, token);
            else AddRuns(terms, token);
            before = isWord ? token : null;
        }

        return terms;
    }

    /// <summary>
    /// The best terms, each once and as long as possible. A term inside a longer one that is almost as frequent is left out. Two
    /// overlapping terms of the same frequency are joined: <i>water leak</i> and <i>leak again</i> become <i>water leak again</i>.
    /// </summary>
    /// <param name="terms">Terms, each with its number of comments and its score.</param>
    /// <param name="most">Maximum number of terms.</param>
    public static IReadOnlyList<string> Maximal(IReadOnlyCollection<(string Term, int Comments, double Score)> terms, int most)
    {
        var chosen = new List<(string Term, int Comments)>();
        var whole = terms.Where(term => !terms.Any(longer => IsPartOf(term.Term, term.Comments, longer.Term, longer.Comments)));
        foreach (var (term, comments,
            _) in whole.OrderByDescending(term =>
                term.Score).ThenByDescending(term => term.Term.Length).ThenBy(term => term.Term, StringComparer.Ordinal))
        {
            if (chosen.Any(better => IsPartOf(term, comments, better.Term, better.Comments))) continue;
            var index = chosen.FindIndex(better =>
                AreAsCommon(better.Comments, comments) && (Join(better.Term, term) ?? Join(term, better.Term)) is not null);
            if (index >= 0)
                chosen[index] =
                    ((Join(chosen[index].Term, term) ?? Join(term, chosen[index].Term))!, Math.Min(chosen[index].Comments, comments));
            else chosen.Add((term, comments));
        }

        return [.. chosen.Take(most).Select(term => term.Term)];
    }

    private static bool IsPartOf(string term, int comments, string longer, int longerComments) =>
        longer.Length > term.Length && longerComments >= AsCommon * comments && longer.Contains(term, StringComparison.Ordinal);

    private static bool AreAsCommon(int first, int second) => Math.Min(first, second) >= AsCommon * Math.Max(first, second);

    /// <summary>
    /// Joins two terms where the second continues the end of the first; null where there is no overlap, or the result would be too long.
    /// </summary>
    private static string? Join(string first, string second)
    {
        for (var shared = Math.Min(first.Length, second.Length) - 1; shared >= Shortest; shared--)
        {
            if (!first.AsSpan(first.Length - shared).SequenceEqual(second.AsSpan(0, shared))) continue;
            // Text that is not Chinese is joined at word boundaries only.
            var isWhole = CommentText.IsHan(second[0]) || (first[^(shared + 1)] == ' ' && second[shared] == ' ');
            if (isWhole && first.Length + second.Length - shared <= LongestJoined) return first + second[shared..];
        }

        return null;
    }

    private static void AddRuns(HashSet<string> terms, string token)
    {
        for (var from = 0; from < token.Length; from++)
        {
            for (var length = Shortest; length <= Longest && from + length <= token.Length; length++)
                terms.Add(token.Substring(from, length));
        }
    }

    private static void AddWords(HashSet<string> terms, string? before, string word)
    {
        if (word.Length >= ShortestWord) terms.Add(word);
        if (before is not null) terms.Add($"{before} {word}");
    }
}
