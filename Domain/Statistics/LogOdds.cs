namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Preference of one body of text for a word, compared with another: the log-odds ratio with an informative Dirichlet prior, divided by
/// its standard error (Monroe, Colaresi and Quinn 2008, "Fightin' Words", <i>Political Analysis</i> 16(4), equations 16, 20 and 22). The
/// prior holds the word frequencies of a background text; it keeps rare words from getting high scores.
/// </summary>
public static class LogOdds
{
    /// <summary>The z-score of a word; above 0 where the first body of text uses the word more.</summary>
    /// <param name="first">Occurrences of the word in the first body, out of <paramref name="firstTotal"/> words.</param>
    /// <param name="second">Occurrences of the word in the second body, out of <paramref name="secondTotal"/> words.</param>
    /// <param name="prior">Pseudo-count of the word, above 0, out of <paramref name="priorTotal"/> words.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count is below 0, a count is not less than its total with the prior, or the prior is not above 0.
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
