namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// How much more a word belongs to one body of text than to another: the log-odds ratio with an informative Dirichlet prior, divided by
/// its standard error (Monroe, Colaresi and Quinn 2008, "Fightin' Words", <i>Political Analysis</i> 16(4), equations 16, 20 and 22). The
/// prior, words as common as in a background, keeps rare words from looking remarkable.
/// </summary>
public static class LogOdds
{
    /// <summary>z of a word; above 0 where the first body uses it more.</summary>
    /// <param name="first">Times that the first body has the word, of <paramref name="firstTotal"/> of all words.</param>
    /// <param name="second">Times that the second body has it, of <paramref name="secondTotal"/>.</param>
    /// <param name="prior">Pseudo-count of the word, above 0, of <paramref name="priorTotal"/> of all words.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count is below 0 or no less than its total with the prior, or the prior is not above 0.
    /// </exception>
    public static double ZScore(double first, double firstTotal, double second, double secondTotal, double prior, double priorTotal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prior);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first + prior, firstTotal + priorTotal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(second + prior, secondTotal + priorTotal);
        var difference = Odds(first + prior, firstTotal + priorTotal) - Odds(second + prior, secondTotal + priorTotal);
        return difference / Math.Sqrt((1 / (first + prior)) + (1 / (second + prior)));
    }

    private static double Odds(double count, double total) => Math.Log(count / (total - count));
}
