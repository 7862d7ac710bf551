using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Text;

/// <summary>
/// Terms that comments of now have clearly more often than those before, by <see cref="LogOdds"/>. A term counts once a comment: one angry writer is no trend.
/// </summary>
public static class EmergingTerms
{
    /// <summary>Comments below which nothing is said, and in which a term must be: what fewer wrote might tell who they are.</summary>
    public const int FewestComments = 5;

    /// <summary>z above which a term emerges, as Monroe, Colaresi and Quinn have it: 5%, two-sided.</summary>
    public const double Threshold = 1.96;

    /// <summary>Times as common as before that a term must be: among thousands of comments any small change is beyond chance, but not worth a word.</summary>
    public const double AsCommon = 2;

    /// <summary>What the prior is worth, as a share of the smaller body of text.</summary>
    private const double PriorShare = 0.25;

    /// <summary>The terms with the number of comments of now that hold them and z; null where there are too few comments to tell.</summary>
    /// <param name="now">Comments, normalised, as the others.</param>
    /// <param name="before">Comments to compare with.</param>
    /// <param name="background">Comments that tell how common a term is; the other two count among them.</param>
    public static IReadOnlyCollection<(string Term, int Comments, double Score)>? Of(
        IReadOnlyCollection<string> now, IReadOnlyCollection<string> before, IEnumerable<string> background)
    {
        if (now.Count < FewestComments || before.Count < FewestComments) return null;
        var (first, second) = (Count(now), Count(before));
        var all = Count(background.Concat(now).Concat(before));
        // With one term only, or none in one of the two, there is nothing to compare.
        if (all.Count < 2 || first.Count == 0 || second.Count == 0) return [];
        var (firstTotal, secondTotal, total) = (Sum(first), Sum(second), Sum(all));
        var prior = PriorShare * Math.Min(firstTotal, secondTotal);
        return
        [
            .. first
                .Where(term => term.Value >= FewestComments && term.Value / firstTotal >= AsCommon * second.GetValueOrDefault(term.Key) / secondTotal)
                .Select(term => (Term: term.Key, Comments: term.Value, Score: LogOdds.ZScore(
                    term.Value, firstTotal, second.GetValueOrDefault(term.Key), secondTotal, prior * all[term.Key] / total, prior)))
                .Where(term => term.Score > Threshold),
        ];
    }

    private static double Sum(Dictionary<string, int> counts) => counts.Values.Sum(count => (double)count);

    private static Dictionary<string, int> Count(IEnumerable<string> comments)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in comments.SelectMany(Terms.Of)) counts[term] = counts.GetValueOrDefault(term) + 1;
        return counts;
    }
}
