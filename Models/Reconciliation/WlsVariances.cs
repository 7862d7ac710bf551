using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>Error variances for weighted least squares, all known and above 0.</summary>
internal static class WlsVariances
{
    private const double LeastShare = 1e-3;

    /// <summary>
    /// A node's own variance, but at least a thousandth of the usual variance for its level and size. Where its own variance is unknown,
    /// the usual one.
    /// </summary>
    public static double[] Complete(Hierarchy hierarchy, Func<int, double> own, IReadOnlyDictionary<string, double> levelVariance)
    {
        var variance = new double[hierarchy.Nodes.Count];
        for (var node = 0; node < variance.Length; node++)
        {
            var usual = levelVariance.GetValueOrDefault(hierarchy.Nodes[node].Level, 1) * hierarchy.SizeOfNode[node];
            var known = own(node);
            variance[node] = double.IsNaN(known) ? usual : Math.Max(known, LeastShare * usual);
        }

        return variance;
    }
}
