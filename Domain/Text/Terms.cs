namespace CommunityDemand.Domain.Text;

/// <summary>The terms of a text: runs of two to four Chinese characters, which needs no word breaking, and words and pairs of words elsewhere.</summary>
public static class Terms
{
    private const int Shortest = 2;
    private const int Longest = 4;
    private const int ShortestWord = 3;

    // Of two terms that share characters, one is dropped where it is not clearly more common than the other.
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
    /// The terms, best first, without those that say a part of what a better or longer one says: <i>too long</i> and <i>queue</i> rather than all of
    /// <i>too</i>, <i>long</i>, <i>too long</i>.
    /// </summary>
    /// <param name="terms">Each with the number of comments that hold it and its score.</param>
    /// <param name="most">How many to give.</param>
    public static IReadOnlyList<string> Maximal(IReadOnlyCollection<(string Term, int Comments, double Score)> terms, int most)
    {
        var chosen = new List<(string Term, int Comments, double Score)>();
        var whole = terms.Where(term => !terms.Any(longer => IsPartOf(term, longer)));
        foreach (var term in whole.OrderByDescending(term => term.Score).ThenByDescending(term => term.Term.Length).ThenBy(term => term.Term, StringComparer.Ordinal))
        {
            if (chosen.Count == most) break;
            if (!chosen.Any(better => SaysTheSame(term, better))) chosen.Add(term);
        }

        return [.. chosen.Select(term => term.Term)];
    }

    private static bool IsPartOf((string Term, int Comments, double Score) term, (string Term, int Comments, double Score) longer) =>
        longer.Term.Length > term.Term.Length && longer.Comments >= AsCommon * term.Comments && longer.Term.Contains(term.Term, StringComparison.Ordinal);

    private static bool SaysTheSame((string Term, int Comments, double Score) term, (string Term, int Comments, double Score) better)
    {
        if (Math.Min(term.Comments, better.Comments) < AsCommon * Math.Max(term.Comments, better.Comments)) return false;
        return Overlap(term.Term, better.Term) || Overlap(better.Term, term.Term);
    }

    /// <summary>Whether the second goes on where the first leaves off, by half a term or a word.</summary>
    private static bool Overlap(string first, string second)
    {
        if (second.Contains(first, StringComparison.Ordinal)) return true;
        if (first.Contains(' ', StringComparison.Ordinal)) return second.StartsWith(first[(first.IndexOf(' ', StringComparison.Ordinal) + 1)..] + " ", StringComparison.Ordinal);
        return CommentText.IsHan(first[0]) && second.Length >= Shortest && second.StartsWith(first[^Shortest..], StringComparison.Ordinal);
    }

    private static void AddRuns(HashSet<string> terms, string token)
    {
        for (var from = 0; from < token.Length; from++)
        {
            for (var length = Shortest; length <= Longest && from + length <= token.Length; length++) terms.Add(token.Substring(from, length));
        }
    }

    private static void AddWords(HashSet<string> terms, string? before, string word)
    {
        if (word.Length >= ShortestWord) terms.Add(word);
        if (before is not null) terms.Add($"{before} {word}");
    }
}
