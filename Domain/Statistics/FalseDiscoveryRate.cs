namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Many tests at once (Benjamini and Hochberg 1995, "Controlling the false discovery rate", JRSS B 57:289-300): of the findings whose
/// adjusted p-value is at most q, a share of q or less is expected to be chance, if the tests are independent or positively dependent
/// (Benjamini and Yekutieli 2001, theorem 1.2).
/// </summary>
public static class FalseDiscoveryRate
{
    /// <summary>
    /// Adjusted p-values, in the order given: the least q at which a test is a finding (step-up: min over j >= i of p(j) m / j, at most
    /// 1).
    /// </summary>
    /// <exception cref="ArgumentException">A p-value does not lie in [0, 1].</exception>
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
