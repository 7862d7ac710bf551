using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Hierarchies;

/// <summary>
/// The nodes of all levels over a set of bottom series, and the nodes to which each series adds. This is the summing matrix S, stored as
/// one row of node numbers for each series (a series adds to exactly one node of each level), so S x and Sᵀ x take linear time.
/// </summary>
public sealed class Hierarchy
{
    private readonly int[] _ancestors;

    private Hierarchy(IReadOnlyList<Level> levels, Node[] nodes, int[] levelOfNode, int[] ancestors, int seriesCount)
    {
        Levels = levels;
        Nodes = nodes;
        LevelOfNode = levelOfNode;
        _ancestors = ancestors;
        SeriesCount = seriesCount;
        SizeOfNode = new int[nodes.Length];
        foreach (var node in ancestors) SizeOfNode[node]++;
    }

    /// <summary>Levels, coarse to fine.</summary>
    public IReadOnlyList<Level> Levels { get; }

    /// <summary>Nodes by level, coarse to fine, then by key (ordinal).</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Index of each node's level in <see cref="Levels"/>.</summary>
    internal int[] LevelOfNode { get; }

    /// <summary>Number of series in each node.</summary>
    internal int[] SizeOfNode { get; }

    /// <summary>Number of series (columns of S).</summary>
    public int SeriesCount { get; }

    /// <summary>The node of each level that a series adds to.</summary>
    internal ReadOnlySpan<int> NodesOf(int series) => _ancestors.AsSpan(series * Levels.Count, Levels.Count);

    /// <summary>The hierarchy of a panel's series, with the levels of its schema.</summary>
    public static Hierarchy Of(Panel panel) => Of(panel.Schema, panel.Schema.Columns, panel.Keys);

    /// <summary>The hierarchy of series with only some of the schema's columns: the levels that need no other columns.</summary>
    /// <exception cref="ArgumentException">A column is not in the schema.</exception>
    internal static Hierarchy Of(KeySchema schema, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> keys)
    {
        var positions = schema.Columns.Select(column => columns.ToList().IndexOf(column)).ToArray();
        if (positions.Count(position => position >= 0) != columns.Count)
            throw new ArgumentException(
                $"The columns {string.Join(", ", columns)} are not all among {string.Join(", ", schema.Columns)}.", nameof(columns));
        var levels = schema.Levels.Where(level => level.Columns.All(column => positions[column] >= 0)).ToArray();
        var found = new Dictionary<Node, int>();
        var order = new List<(int Level, Node Node)>();
        var ancestors = new int[keys.Count * levels.Length];
        for (var series = 0; series < keys.Count; series++)
        {
            for (var level = 0; level < levels.Length; level++)
            {
                var node = new Node(levels[level].Name, [.. levels[level].Columns.Select(column => keys[series][positions[column]])]);
                if (!found.TryGetValue(node, out var number))
                {
                    found.Add(node, number = order.Count);
                    order.Add((level, node));
                }

                ancestors[(series * levels.Length) + level] = number;
            }
        }

        var sorted = Enumerable.Range(0, order.Count)
            .OrderBy(i => order[i].Level)
            .ThenBy(i => order[i].Node.Key, StringComparer.Ordinal)
            .ToArray();
        var rank = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++) rank[sorted[i]] = i;
        for (var i = 0; i < ancestors.Length; i++) ancestors[i] = rank[ancestors[i]];
        return new Hierarchy(
            levels, [.. sorted.Select(i => order[i].Node)], [.. sorted.Select(i => order[i].Level)], ancestors, keys.Count);
    }
}
