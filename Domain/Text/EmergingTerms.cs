using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Text;

/// <summary>
/// Terms that comments of now have clearly more often than those before (<see cref="ConditionalTest"/>), ranked by <see cref="LogOdds"/>.
/// A term counts once a comment: one angry writer is no trend.
/// </summary>
public static class EmergingTerms
{
    /// <summary>Comments below which nothing is said, and in which a term must be: what fewer wrote might tell who they are.</summary>
    public const int FewestComments = 5;

    /// <summary>
    /// Share of a list's terms that may be chance: that is how far p-values, adjusted for the number of terms, are trusted
    /// (<see cref="FalseDiscoveryRate"/>).
    /// </summary>
    public const double FalseDiscoveries = 0.05;

    /// <summary>
    /// Times as common as before that a term must be: among thousands of comments any small change is beyond chance, but not worth a word.
    /// </summary>
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
    /// Terms of tests that stand when all are taken together. Which terms are tested is told by both quarters' comments at once, so that
    /// looking for those that grew has no say in it; terms that always come together are one test.
    /// </summary>
    private static IEnumerable<TestedTerm> Credible(IEnumerable<TestedTerm> terms)
    {
        var tests = terms.GroupBy(term => term.Where).ToArray();
        var adjusted = FalseDiscoveryRate.Adjust([.. tests.Select(test => test.First().Chance)]);
        return tests.Where((_, i) => adjusted[i] <= FalseDiscoveries).SelectMany(test => test);
    }

    private static double Sum(Dictionary<string, (int Comments, ulong Which)> counts) => counts.Values.Sum(count => (double)count.Comments);

    /// <summary>In how many comments each term is, and a hash of which.</summary>
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

    /// <param name="Comments">Of now.</param>
    /// <param name="Score">
    /// z, by which terms are ranked. As a test it would be timid: its prior draws a term that nobody used before towards one that somebody
    /// did.
    /// </param>
    /// <param name="Chance">p of as uneven a spread over the two quarters.</param>
    /// <param name="Where">Hash of the comments, of now and before, that hold the term.</param>
    private sealed record TestedTerm(string Term, int Comments, int Before, double Score, double Chance, (ulong Now, ulong Before) Where);
}
