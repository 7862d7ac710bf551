using CommunityDemand.Models.Hierarchies;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>
/// The summing matrix S of a hierarchy as steps between levels: each level is summed from the smallest level that contains its columns. S
/// x and Sᵀ x therefore visit each series once for each dimension instead of once for each level. Values are in the order of the
/// hierarchy's nodes, four periods at a time, one in each lane.
/// </summary>
internal sealed class SummingTree
{
    private readonly LevelSum[] _sums;

    /// <exception cref="ArgumentException">The last level does not contain all columns of another level.</exception>
    public SummingTree(Hierarchy hierarchy)
    {
        var first = FirstNodes(hierarchy);
        _sums = new LevelSum[hierarchy.Levels.Count - 1];
        for (var i = 0; i < _sums.Length; i++)
        {
            var level = _sums.Length - 1 - i;
            var finer = Finer(hierarchy, level);
            if (!finer.Contains(_sums.Length))
                throw new ArgumentException(
                    $"{hierarchy.Levels[^1]} doesn't keep apart what {hierarchy.Levels[level]} does.", nameof(hierarchy));
            var source = finer.MinBy(candidate => first[candidate + 1] - first[candidate]);
            var parents = new int[first[source + 1] - first[source]];
            _sums[i] = new LevelSum(level, first[level], first[level + 1], source, first[source], parents);
        }

        for (var series = 0; series < hierarchy.SeriesCount; series++)
        {
            var nodes = hierarchy.NodesOf(series);
            foreach (var sum in _sums) sum.Parents[nodes[sum.Source] - sum.FirstSource] = nodes[sum.Level];
        }

        (NodeCount, FirstSeries) = (hierarchy.Nodes.Count, first[_sums.Length]);
        Chains = ChainsOf(hierarchy);
    }

    public int NodeCount { get; }

    /// <summary>Index of the first series; all nodes from here on are series.</summary>
    public int FirstSeries { get; }

    public int SeriesCount => NodeCount - FirstSeries;

    /// <summary>
    /// Sums along each single dimension of the hierarchy, fine to coarse: a tree over the series. The dimension whose coarsest level has
    /// the fewest nodes, and so the largest sums, comes first.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<LevelSum>> Chains { get; }

    /// <summary>Computes S x: sets the upper nodes to sums of the series.</summary>
    public void Sum(Lanes[] nodes)
    {
        Array.Clear(nodes, 0, FirstSeries);
        foreach (var sum in _sums)
        {
            var parents = sum.Parents;
            var sources = nodes.AsSpan(sum.FirstSource, parents.Length);
            for (var i = 0; i < parents.Length; i++) nodes[parents[i]] += sources[i];
        }
    }

    /// <summary>Computes Sᵀ x: adds to each series the values of its nodes. The upper nodes are undefined afterwards.</summary>
    public void Spread(Lanes[] nodes)
    {
        for (var step = _sums.Length - 1; step >= 0; step--)
        {
            var parents = _sums[step].Parents;
            var sources = nodes.AsSpan(_sums[step].FirstSource, parents.Length);
            for (var i = 0; i < parents.Length; i++) sources[i] += nodes[parents[i]];
        }
    }

    private static int[] FirstNodes(Hierarchy hierarchy)
    {
        var first = new int[hierarchy.Levels.Count + 1];
        foreach (var level in hierarchy.LevelOfNode) first[level + 1]++;
        for (var level = 1; level < first.Length; level++) first[level] += first[level - 1];
        return first;
    }

    /// <summary>The levels with all columns of a level and more; coarse to fine.</summary>
    private static int[] Finer(Hierarchy hierarchy, int level)
    {
        var levels = hierarchy.Levels;
        return
        [
            .. Enumerable.Range(0, levels.Count).Where(other =>
                other != level && !levels[level].Columns.Except(levels[other].Columns).Any()),
        ];
    }

    /// <summary>
    /// The chains of single dimensions: a level differs from the series in one dimension only if all finer levels are nested.
    /// </summary>
    private IReadOnlyList<IReadOnlyList<LevelSum>> ChainsOf(Hierarchy hierarchy)
    {
        var chains = new List<List<LevelSum>>();
        foreach (var sum in _sums)
        {
            var finer = Finer(hierarchy, sum.Level);
            var nested = finer.Select((level, i) => Finer(hierarchy, level).Length == finer.Length - 1 - i).All(within => within);
            if (!nested) continue;
            var chain = chains.Find(chain => chain[^1].Level == sum.Source);
            if (chain is null) chains.Add(chain = []);
            chain.Add(sum);
        }

        return [.. chains.OrderBy(chain => chain[^1].End - chain[^1].First)];
    }
}
