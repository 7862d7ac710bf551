using CommunityDemand.Models.Hierarchies;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>
/// The summing matrix S of a hierarchy as steps from level to level: each level is summed from the smallest one that keeps its columns
/// apart, so that S x and Sᵀ x visit each series once a dimension instead of once a level. Values stand in the hierarchy's order of
/// nodes; the series are the last level's nodes. Four periods at a time, one a lane.
/// </summary>
internal sealed class SummingTree
{
    private readonly LevelSum[] _sums;

    /// <exception cref="ArgumentException">The last level doesn't keep apart what another does.</exception>
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

    /// <summary>The nodes from here on are the series.</summary>
    public int FirstSeries { get; }

    public int SeriesCount => NodeCount - FirstSeries;

    /// <summary>
    /// For each dimension of the hierarchy the sums along it alone, fine to coarse: a tree over the series. The dimension whose coarsest
    /// level has the fewest nodes, the largest sums, comes first.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<LevelSum>> Chains { get; }

    /// <summary>S x: sets the upper nodes to sums of the series.</summary>
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

    /// <summary>Sᵀ x: adds to each series the values of the nodes that it adds to. Leaves the upper nodes undefined.</summary>
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

    /// <summary>The levels that keep apart more than a level does, and all that it does; coarse to fine.</summary>
    private static int[] Finer(Hierarchy hierarchy, int level)
    {
        var levels = hierarchy.Levels;
        return
        [
            .. Enumerable.Range(0, levels.Count).Where(other =>
                other != level && !levels[level].Columns.Except(levels[other].Columns).Any()),
        ];
    }

    /// <summary>A level differs from the series' own in one dimension alone if all levels finer than it lie within one another.</summary>
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
