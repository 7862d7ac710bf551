using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Combination;

/// <summary>
/// Weights of the members for each node: <c>w ~ ((c r_node + 2 r_level) / (c + 2))^-6</c> with r the member's error relative to the median member's,
/// on the node and on the node's level, and c the number of origins: few origins lean on the level (shrinkage), many on the node. Where a
/// single member beats that on origins the weights have not seen, the level takes the member alone.
/// </summary>
/// <remarks>Inverse-error weights go back to Bates and Granger 1969; shrinking them to a pooled estimate to Stock and Watson 2004.</remarks>
internal sealed class Combiner
{
    private const double Power = 6;
    private const double LevelWeight = 2;

    /// <summary>
    /// A single member must be better than the combination by this part, and by this many standard errors over as many comparisons: combinations
    /// are the safer choice.
    /// </summary>
    private const double Margin = 0.01;
    private const double StandardErrors = 2;
    private const int FewestComparisons = 30;

    /// <summary>Weights under this are noise and only cost time.</summary>
    private const double LeastWeight = 0.02;

    private readonly MemberErrors _errors;
    private readonly Hierarchy _hierarchy;

    private Combiner(MemberErrors errors, Hierarchy hierarchy) => (_errors, _hierarchy) = (errors, hierarchy);

    /// <summary>Weights for each node, learned from all origins.</summary>
    public static double[][] Learn(IReadOnlyList<OriginForecasts> origins, Hierarchy hierarchy) => Learn(origins, hierarchy, without: -1);

    /// <summary>Weights for each node, learned from all origins but one: what the combination would have been without seeing it.</summary>
    public static double[][] Learn(IReadOnlyList<OriginForecasts> origins, Hierarchy hierarchy, int without)
    {
        var combiner = new Combiner(new MemberErrors(origins), hierarchy);
        var kept = Enumerable.Range(0, origins.Count).Where(o => o != without || origins.Count == 1).ToArray();
        var weights = combiner.Weights(kept);
        if (kept.Length > 1) combiner.PreferSingles(origins, kept, weights);
        return weights;
    }

    /// <summary>The weighted mean of the members that serve a node; null if none does.</summary>
    public static double[]? Combine(double[]?[][] members, int node, ReadOnlySpan<double> weights)
    {
        double[]? mean = null;
        var total = 0.0;
        for (var member = 0; member < members.Length; member++)
        {
            if (members[member][node] is not { } forecast || weights[member] <= 0) continue;
            mean ??= new double[forecast.Length];
            for (var h = 0; h < mean.Length; h++) mean[h] += weights[member] * forecast[h];
            total += weights[member];
        }

        if (mean is null) return Equal(members, node);
        for (var h = 0; h < mean.Length; h++) mean[h] /= total;
        return mean;
    }

    private static double[]? Equal(double[]?[][] members, int node)
    {
        var serving = members.Where(member => member[node] is not null).Select(member => member[node]!).ToArray();
        if (serving.Length == 0) return null;
        var mean = new double[serving[0].Length];
        for (var h = 0; h < mean.Length; h++) mean[h] = serving.Average(member => member[h]);
        return mean;
    }

    private double[][] Weights(int[] origins)
    {
        var byLevel = _errors.OfLevels(_hierarchy, origins);
        var weights = new double[_hierarchy.Nodes.Count][];
        for (var node = 0; node < weights.Length; node++)
        {
            var level = byLevel[_hierarchy.LevelOfNode[node]];
            weights[node] = new double[_errors.Members];
            for (var member = 0; member < _errors.Members; member++)
            {
                var (error, median, count) = _errors.Of(origins, node, member);
                if (!(median > 0)) (error, median, count) = (0, 1, 0);
                var relative = ((count * error / median) + (LevelWeight * level[member])) / (count + LevelWeight);
                weights[node][member] = double.IsNaN(relative) ? 0 : Math.Pow(Math.Max(relative, 1e-2), -Power);
            }

            Normalise(weights[node]);
        }

        return weights;
    }

    /// <summary>Level by level, compares the combination on each origin, weighted without that origin, with each member alone.</summary>
    private void PreferSingles(IReadOnlyList<OriginForecasts> origins, int[] kept, double[][] weights)
    {
        var gains = new PairedGains[_hierarchy.Levels.Count, _errors.Members];
        foreach (var held in kept)
        {
            var others = Weights([.. kept.Where(origin => origin != held)]);
            for (var node = 0; node < others.Length; node++)
            {
                if (Combine(origins[held].Members, node, others[node]) is not { } mean) continue;
                var combined = origins[held].Error(node, mean);
                if (double.IsNaN(combined)) continue;
                for (var member = 0; member < _errors.Members; member++)
                {
                    // Where a member can't serve, the combination stands in for it.
                    var error = _errors[held, node, member];
                    gains[_hierarchy.LevelOfNode[node], member].Add(combined, double.IsNaN(error) ? combined : error);
                }
            }
        }

        for (var level = 0; level < _hierarchy.Levels.Count; level++)
        {
            var best = Enumerable.Range(0, _errors.Members).MaxBy(member => gains[level, member].Mean);
            if (!gains[level, best].IsSure(Margin, StandardErrors, FewestComparisons)) continue;
            for (var node = 0; node < weights.Length; node++)
            {
                if (_hierarchy.LevelOfNode[node] != level || weights[node][best] <= 0) continue;
                Array.Clear(weights[node]);
                weights[node][best] = 1;
            }
        }
    }

    /// <summary>How much smaller one error is than another, over many pairs.</summary>
    private struct PairedGains
    {
        private double _sum, _squares, _base;
        private int _count;

        public readonly double Mean => _count == 0 ? 0 : _sum / _count;

        public void Add(double combined, double single)
        {
            _sum += combined - single;
            _squares += (combined - single) * (combined - single);
            _base += combined;
            _count++;
        }

        public readonly bool IsSure(double margin, double standardErrors, int fewest)
        {
            if (_count < fewest) return false;
            var variance = Math.Max(0, (_squares / _count) - (Mean * Mean));
            return Mean > margin * _base / _count && Mean > standardErrors * Math.Sqrt(variance / _count);
        }
    }

    private static void Normalise(double[] weights)
    {
        var total = weights.Sum();
        if (total <= 0) return;
        for (var i = 0; i < weights.Length; i++) weights[i] = weights[i] < LeastWeight * total ? 0 : weights[i];
        total = weights.Sum();
        for (var i = 0; i < weights.Length; i++) weights[i] /= total;
    }
}
