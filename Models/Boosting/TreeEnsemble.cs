using CommunityDemand.Models.Storage;
using Microsoft.ML.Trainers.FastTree;

namespace CommunityDemand.Models.Boosting;

/// <summary>
/// Regression trees in flat arrays. Scoring allocates nothing and needs no ML.NET, and the saved form is a few kilobytes.
/// </summary>
internal sealed class TreeEnsemble
{
    private readonly int[] _roots;
    private readonly int[] _features;
    private readonly float[] _thresholds;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly double[] _leaves;

    private TreeEnsemble(int[] roots, int[] features, float[] thresholds, int[] left, int[] right, double[] leaves) =>
        (_roots, _features, _thresholds, _left, _right, _leaves) = (roots, features, thresholds, left, right, leaves);

    /// <summary>Copies the trees of a trainer. Children of a node are nodes, or leaves, written as the complement of their index.</summary>
    public static TreeEnsemble From(RegressionTreeEnsemble trained)
    {
        List<int> roots = [], features = [], left = [], right = [];
        List<float> thresholds = [];
        List<double> leaves = [];
        for (var i = 0; i < trained.Trees.Count; i++)
        {
            var tree = trained.Trees[i];
            var (nodes, leaf) = (features.Count, leaves.Count);
            // A tree without a split is a single leaf.
            roots.Add(tree.NumberOfNodes > 0 ? nodes : ~leaf);
            for (var n = 0; n < tree.NumberOfNodes; n++)
            {
                features.Add(tree.NumericalSplitFeatureIndexes[n]);
                thresholds.Add(tree.NumericalSplitThresholds[n]);
                left.Add(Shift(tree.LeftChild[n], nodes, leaf));
                right.Add(Shift(tree.RightChild[n], nodes, leaf));
            }

            leaves.AddRange(tree.LeafValues.Select(value => value * trained.TreeWeights[i]));
        }

        roots.Add(~leaves.Count);
        leaves.Add(trained.Bias);
        return new TreeEnsemble([.. roots], [.. features], [.. thresholds], [.. left], [.. right], [.. leaves]);
    }

    /// <summary>The sum of the values of the trees for a row of features without NaN.</summary>
    public double Score(ReadOnlySpan<float> row)
    {
        var sum = 0.0;
        foreach (var root in _roots)
        {
            var node = root;
            while (node >= 0) node = row[_features[node]] <= _thresholds[node] ? _left[node] : _right[node];
            sum += _leaves[~node];
        }

        return sum;
    }

    public void Write(BinaryWriter writer)
    {
        writer.WriteArray<int>(_roots);
        writer.WriteArray<int>(_features);
        writer.WriteArray<float>(_thresholds);
        writer.WriteArray<int>(_left);
        writer.WriteArray<int>(_right);
        writer.WriteArray<double>(_leaves);
    }

    public static TreeEnsemble Read(BinaryReader reader) => new(
        reader.ReadArray<int>(), reader.ReadArray<int>(), reader.ReadArray<float>(), reader.ReadArray<int>(), reader.ReadArray<int>(),
        reader.ReadArray<double>());

    private static int Shift(int child, int nodes, int leaf) => child >= 0 ? child + nodes : ~(~child + leaf);
}
