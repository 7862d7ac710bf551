using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Text;

/// <summary>
/// Terms that comments of now have clearly more often than those before, by <see cref="LogOdds"/>. A term counts once a comment: one angry writer is no trend.
/// </summary>
public static class EmergingTerms
{
    /// <summary>Comments below which nothing is said, and in which a term must be: what fewer wrote might tell who they are.</summary>
    public const int FewestComments = 5;

    /// <summary>z above which a term emerges.</summary>
    public const double Threshold = 3;

    /// <summary>Terms that the prior is worth: those of some ten comments.</summary>
    private const double PriorTerms = 500;

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
        // With one term only there is nothing to compare it with.
        if (all.Count < 2) return [];
        var (firstTotal, secondTotal, total) = (Sum(first), Sum(second), Sum(all));
        return
        [
            .. first
                .Where(term => term.Value >= FewestComments)
                .Select(term => (term.Key, term.Value, LogOdds.ZScore(
                    term.Value, firstTotal, second.GetValueOrDefault(term.Key), secondTotal, PriorTerms * all[term.Key] / total, PriorTerms)))
                .Where(term => term.Item3 > Threshold),
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
