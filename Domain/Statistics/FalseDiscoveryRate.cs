namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Adjustment for many tests at once (Benjamini and Hochberg 1995, "Controlling the false discovery rate", JRSS B 57:289-300). Among the
/// findings with an adjusted p-value of at most q, the expected share of chance findings is at most q, if the tests are independent or
/// positively dependent (Benjamini and Yekutieli 2001, theorem 1.2).
/// </summary>
public static class FalseDiscoveryRate
{
    /// <summary>
    /// Adjusted p-values, in the order given: the lowest q at which a test is a finding (step-up: min over j >= i of p(j) m / j, at most
    /// 1).
    /// </summary>
    /// <exception cref="ArgumentException">A p-value is outside [0, 1].</exception>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        if (pValues.Any(p => !(p is >= 0 and <= 1))) throw new ArgumentException("A p-value lies in [0, 1].", nameof(pValues));
        var adjusted = new double[pValues.Count];
        var least = 1.0;
        var order = Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]).ToArray();
        for (var rank = order.Length; rank > 0; rank--)
        {
            var test = order[rank - 1];
            least = Math.Min(least, pValues[test] * ((double)order.Length / rank));
            adjusted[test] = least;
        }

        return adjusted;
    }
}
