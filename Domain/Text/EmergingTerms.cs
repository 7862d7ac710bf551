using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Text;

/// <summary>
/// Terms that are clearly more frequent in current comments than in earlier ones (<see cref="ConditionalTest"/>), ranked by
/// <see cref="LogOdds"/>. A term counts once per comment: one angry writer is not a trend.
/// </summary>
public static class EmergingTerms
{
    /// <summary>Minimum number of comments, in total and with a term. Terms of fewer comments could identify their writers.</summary>
    public const int FewestComments = 5;

    /// <summary>
    /// Accepted share of chance terms in a list: the limit for p-values adjusted for the number of terms
    /// (<see cref="FalseDiscoveryRate"/>).
    /// </summary>
    public const double FalseDiscoveries = 0.05;

    /// <summary>
    /// Minimum ratio of the current to the earlier frequency of a term: among thousands of comments, even unimportant changes are larger
    /// than chance.
    /// </summary>
    public const double AsCommon = 2;

    /// <summary>Weight of the prior, as a share of the smaller body of text.</summary>
    private const double PriorShare = 0.25;

    /// <summary>The terms, each with its number of current comments and its z-score; null where there are too few comments.</summary>
    /// <param name="now">Current comments, normalised like the other comments.</param>
    /// <param name="before">Earlier comments to compare with.</param>
    /// <param name="background">Comments that give the usual frequency of a term, including the current and the earlier comments.</param>
    public static IReadOnlyCollection<(string Term, int Comments, double Score)>? Of(
        IReadOnlyCollection<string> now, IReadOnlyCollection<string> before, IEnumerable<string> background)
    {
        if (now.Count < FewestComments || before.Count < FewestComments) return null;
        var (first, second) = (Count(now), Count(before));
        var all = Count(background.Concat(now).Concat(before));
        // With only one term, or with no term on one side, there is nothing to compare.
        if (all.Count < 2 || first.Count == 0 || second.Count == 0) return [];
        var (firstTotal, secondTotal, total) = (Sum(first), Sum(second), Sum(all));
        var prior = PriorShare * Math.Min(firstTotal, secondTotal);
        return
        [
            .. Credible(first.Keys.Union(second.Keys).Select(Tested).Where(term => term.Comments + term.Before >= FewestComments))
                .Where(term =>
                    term.Comments >= FewestComments && term.Score > 0 && term.Comments / firstTotal >= AsCommon * term.Before / secondTotal)
                .Select(term => (term.Term, term.Comments, term.Score)),
        ];

        TestedTerm Tested(string term)
        {
            var (inFirst, inSecond) = (first.GetValueOrDefault(term), second.GetValueOrDefault(term));
            var score = LogOdds.ZScore(
                inFirst.Comments, firstTotal, inSecond.Comments, secondTotal, prior * all[term].Comments / total, prior);
            var chance = ConditionalTest.PValue(inFirst.Comments, now.Count, inSecond.Comments, before.Count);
            return new(term, inFirst.Comments, inSecond.Comments, score, chance, (inFirst.Which, inSecond.Which));
        }
    }

    /// <summary>
    /// Terms that remain significant among all tests. The number of comments in both quarters together decides which terms are tested, so
    /// the selection does not favour growing terms. Terms that always occur together form one test.
    /// </summary>
    private static IEnumerable<TestedTerm> Credible(IEnumerable<TestedTerm> terms)
    {
        var tests = terms.GroupBy(term => term.Where).ToArray();
        var adjusted = FalseDiscoveryRate.Adjust([.. tests.Select(test => test.First().Chance)]);
        return tests.Where((_, i) => adjusted[i] <= FalseDiscoveries).SelectMany(test => test);
    }

    private static double Sum(Dictionary<string, (int Comments, ulong Which)> counts) => counts.Values.Sum(count => (double)count.Comments);

    /// <summary>Number of comments with each term, and a hash of those comments.</summary>
    private static Dictionary<string, (int Comments, ulong Which)> Count(IEnumerable<string> comments)
    {
        var counts = new Dictionary<string, (int Comments, ulong Which)>(StringComparer.Ordinal);
        foreach (var (index, comment) in comments.Index())
        {
            var hash = StableHash.Of([], (ulong)index);
            foreach (var term in Terms.Of(comment))
            {
                var (count, which) = counts.GetValueOrDefault(term);
                counts[term] = (count + 1, which + hash);
            }
        }

        return counts;
    }

    /// <param name="Comments">Number of current comments.</param>
    /// <param name="Score">
    /// The z-score, used for the ranking. The z-score is too conservative as a test: its prior pulls a term that was not used before
    /// towards one that was.
    /// </param>
    /// <param name="Chance">p-value of the difference between the two quarters.</param>
    /// <param name="Where">Hash of the comments, current and earlier, that contain the term.</param>
    private sealed record TestedTerm(string Term, int Comments, int Before, double Score, double Chance, (ulong Now, ulong Before) Where);
}
