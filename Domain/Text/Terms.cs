namespace CommunityDemand.Domain.Text;

/// <summary>
/// The terms of a text: runs of two to four Chinese characters, which needs no word breaking, and words and pairs of words elsewhere.
/// </summary>
public static class Terms
{
    private const int Shortest = 2;
    private const int Longest = 4;
    private const int ShortestWord = 3;
    private const int LongestJoined = 24;

    // Of two terms that share characters, one says the same as the other where it is not clearly more common.
    private const double AsCommon = 0.8;

    /// <summary>The different terms of a comment.</summary>
    /// <param name="normalised">As <see cref="CommentText.Normalise"/> gives it.</param>
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
    /// The terms, best first, each said once and as long as it is: one that is part of another hardly rarer is left out, and two that
    /// overlap and are as common are joined, <i>water leak</i> and <i>leak again</i> to <i>water leak again</i>.
    /// </summary>
    /// <param name="terms">Each with the number of comments that hold it and its score.</param>
    /// <param name="most">How many to give.</param>
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
    /// Both as one, where the second goes on from what the first ends in; null where it does not, or one would read too long.
    /// </summary>
    private static string? Join(string first, string second)
    {
        for (var shared = Math.Min(first.Length, second.Length) - 1; shared >= Shortest; shared--)
        {
            if (!first.AsSpan(first.Length - shared).SequenceEqual(second.AsSpan(0, shared))) continue;
            // What is no Chinese is joined word by word, never inside of one.
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
