using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>Error variances for weighted least squares, made safe: none is 0 or unknown.</summary>
internal static class WlsVariances
{
    private const double LeastShare = 1e-3;

    /// <summary>
    /// A node's own variance, at least a thousandth of what its level's nodes of its size have; that, where its own is not known.
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
