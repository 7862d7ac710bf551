namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// The index of dissimilarity of two distributions over the same categories: half the sum of the absolute differences of their shares
/// (Duncan and Duncan 1955, "A methodological analysis of segregation indexes", American Sociological Review 20, page 211). The index is
/// the part of either distribution that would have to move to another category to make the two equal.
/// </summary>
public static class Dissimilarity
{
    /// <summary>The index, 0 (equal shares) to 1 (nothing in common).</summary>
    /// <param name="amounts">
    /// Amounts of each category in both distributions, 0 or more; the two units may differ. Shares are taken of each distribution's sum.
    /// </param>
    /// <returns>Null where the sum of either distribution is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite.</exception>
    public static double? Of(IReadOnlyCollection<(double First, double Second)> amounts)
    {
        foreach (var (first, second) in amounts)
        {
            if (!IsAmount(first) || !IsAmount(second))
                throw new ArgumentOutOfRangeException(nameof(amounts), (first, second), "An amount is finite and 0 or more.");
        }

        var (sumFirst, sumSecond) = (amounts.Sum(amount => amount.First), amounts.Sum(amount => amount.Second));
        if (!(sumFirst > 0) || !(sumSecond > 0)) return null;
        var half = amounts.Sum(amount => Math.Abs((amount.First / sumFirst) - (amount.Second / sumSecond))) / 2;
        // Rounding may raise the sum slightly above 1 where the shares do not overlap.
        return Math.Min(1, half);
    }

    private static bool IsAmount(double value) => double.IsFinite(value) && value >= 0;
}
