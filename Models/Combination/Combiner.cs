using System.Numerics.Tensors;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Combination;

/// <summary>
/// Weights of the members for each node: <c>w ~ ((c r_node + 6 r_level) / (c + 6))^-6</c>. Here r is the error of the member relative to
/// the median member, on the node and on the level of the node; c is the number of origins. With few origins the weights lean on the
/// level (shrinkage), with many on the node. A level uses a single member where that member beats the combination on origins that the
/// weights did not see.
/// </summary>
/// <remarks>
/// Inverse-error weights go back to Bates and Granger 1969, their shrinkage to a pooled estimate to Stock and Watson 2004.
/// </remarks>
internal sealed class Combiner
{
    private const double Power = 6;
    private const double LevelWeight = 6;

    /// <summary>
    /// Margin by which a single member must beat the combination: this share of the error, and this many standard errors. Combinations
    /// are the safer choice.
    /// </summary>
    private const double Margin = 0.01;
    private const double StandardErrors = 2;
    private const int FewestComparisons = 30;

    /// <summary>Minimum weight. Smaller weights are noise and cost time.</summary>
    private const double LeastWeight = 0.02;

    private readonly IReadOnlyList<OriginForecasts> _origins;
    private readonly MemberErrors _errors;
    private readonly Hierarchy _hierarchy;

    public Combiner(IReadOnlyList<OriginForecasts> origins, Hierarchy hierarchy) =>
        (_origins, _errors, _hierarchy) = (origins, new MemberErrors(origins), hierarchy);

    /// <summary>
    /// Weights of each node, learned from all origins, or from all but one. Weights without an origin show what the combination would
    /// have been without seeing that origin.
    /// </summary>
    public float[][] Learn(int without = -1)
    {
        var kept = Enumerable.Range(0, _origins.Count).Where(o => o != without || _origins.Count == 1).ToArray();
        var weights = Weights(kept);
        if (kept.Length > 1) PreferSingles(kept, weights);
        return weights;
    }

    /// <summary>
    /// Writes the weighted mean of the members that serve a node, or their plain mean where these members have no weight.
    /// </summary>
    /// <param name="forecasts">Forecasts, member x horizon; the row of a member that cannot serve starts with NaN.</param>
    /// <returns>False, with nothing written, if no member serves the node.</returns>
    public static bool Combine(ReadOnlySpan<double> forecasts, ReadOnlySpan<float> weights, Span<double> mean)
    {
        var horizon = mean.Length;
        var (total, serving) = (0.0, 0);
        for (var member = 0; member < weights.Length; member++)
        {
            if (double.IsNaN(forecasts[member * horizon])) continue;
            total += weights[member];
            serving++;
        }

        if (serving == 0) return false;
        mean.Clear();
        for (var member = 0; member < weights.Length; member++)
        {
            var forecast = forecasts.Slice(member * horizon, horizon);
            if (double.IsNaN(forecast[0])) continue;
            var weight = total > 0 ? weights[member] / total : 1.0 / serving;
            if (weight > 0) TensorPrimitives.MultiplyAdd(forecast, weight, mean, mean);
        }

        return true;
    }

    /// <summary>Combines the forecasts of a backtest in the same way.</summary>
    public static bool Combine(MemberTable members, int node, ReadOnlySpan<float> weights, Span<double> mean)
    {
        var forecasts = new double[members.Members * members.Horizon].AsSpan();
        for (var member = 0; member < members.Members; member++)
        {
            var room = forecasts.Slice(member * members.Horizon, members.Horizon);
            if (members[node, member] is { IsEmpty: false } forecast) TensorPrimitives.ConvertTruncating(forecast, room);
            else room.Fill(double.NaN);
        }

        return Combine(forecasts, weights, mean);
    }

    /// <summary>
    /// The combined forecasts of an origin, node x horizon, with weights that did not see the origin; 0 where no member serves, and for
    /// closed nodes.
    /// </summary>
    public float[] CombineWithout(int origin)
    {
        var (members, window, weights) = (_origins[origin].Members, _origins[origin].Window, Learn(without: origin));
        var combined = new float[members.Nodes * members.Horizon];
        Parallel.For(0, members.Nodes, () => new double[members.Horizon], (node, _, mean) =>
        {
            if (!window.IsClosed(node) && Combine(members, node, weights[node], mean))
                TensorPrimitives.ConvertTruncating<double, float>(mean, combined.AsSpan(node * members.Horizon, members.Horizon));
            return mean;
        }, _ => { });
        return combined;
    }

    private float[][] Weights(int[] origins)
    {
        var byLevel = _errors.OfLevels(_hierarchy, origins);
        var weights = new float[_hierarchy.Nodes.Count][];
        for (var node = 0; node < weights.Length; node++)
        {
            var level = byLevel[_hierarchy.LevelOfNode[node]];
            weights[node] = new float[_errors.Members];
            for (var member = 0; member < _errors.Members; member++)
            {
                var (error, median, count) = _errors.Of(origins, node, member);
                if (!(median > 0)) (error, median, count) = (0, 1, 0);
                var relative = ((count * error / median) + (LevelWeight * level[member])) / (count + LevelWeight);
                weights[node][member] = double.IsNaN(relative) ? 0 : (float)Math.Pow(Math.Max(relative, 1e-2), -Power);
            }

            Normalise(weights[node]);
        }

        return weights;
    }

    /// <summary>
    /// Compares, for each level, the combination with each single member on every origin; the weights leave that origin out.
    /// </summary>
    private void PreferSingles(int[] kept, float[][] weights)
    {
        var gains = new PairedGains[_hierarchy.Levels.Count, _errors.Members];
        foreach (var held in kept)
        {
            var others = Weights([.. kept.Where(origin => origin != held)]);
            var mean = new double[_origins[held].Members.Horizon];
            for (var node = 0; node < others.Length; node++)
            {
                if (!Combine(_origins[held].Members, node, others[node], mean)) continue;
                var combined = _origins[held].Error(node, mean);
                if (double.IsNaN(combined)) continue;
                for (var member = 0; member < _errors.Members; member++)
                {
                    // Where a member cannot serve a node, the combination replaces it.
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

    /// <summary>Relative improvements of one error over another, over many pairs.</summary>
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

    private static void Normalise(float[] weights)
    {
        var total = weights.Sum();
        if (total <= 0) return;
        for (var i = 0; i < weights.Length; i++) weights[i] = weights[i] < LeastWeight * total ? 0 : weights[i];
        total = weights.Sum();
        for (var i = 0; i < weights.Length; i++) weights[i] /= total;
    }
}
