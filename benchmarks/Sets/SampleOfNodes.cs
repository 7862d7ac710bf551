using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>A fixed random sample of a panel's bottom series, one of each stratum of size, for methods too slow for all.</summary>
internal static class SampleOfNodes
{
    private const int Seed = 20_251;

    /// <param name="size">Series wanted; all of them where there are no more.</param>
    public static IReadOnlySet<Node> Of(NodePanel nodes, int size)
    {
        var bottoms = Enumerable.Range(0, nodes.Count)
            .Where(node => nodes.Hierarchy.Nodes[node].IsBottom)
            .OrderBy(node => nodes.Values[node].Where(value => !double.IsNaN(value)).Sum())
            .ThenBy(node => nodes.Hierarchy.Nodes[node].Key, StringComparer.Ordinal)
            .Select(node => nodes.Hierarchy.Nodes[node])
            .ToArray();
        if (bottoms.Length <= size) return bottoms.ToHashSet();
        var random = new Random(Seed);
        return Enumerable.Range(0, size)
            .Select(stratum =>
            {
                var (from, to) = (stratum * bottoms.Length / size, (stratum + 1) * bottoms.Length / size);
                return bottoms[random.Next(from, to)];
            })
            .ToHashSet();
    }
}
