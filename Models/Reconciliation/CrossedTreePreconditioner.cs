using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>
/// An approximate inverse of Sᵀ W S for crossed trees. The tree of one dimension, <c>D + Σ w 1 1ᵀ</c> over its nodes, has a square root F
/// that is inverted in linear time, node by node from fine to coarse, because <c>I + w z zᵀ = (I + g z zᵀ)²</c>. Where each combination
/// of the trees' leaves has a series, and the weight of a node is a product over the dimensions (ordinary least squares, structural
/// scaling), Sᵀ W S is a Kronecker product and equals <c>F₁ F₂ F₂ᵀ F₁ᵀ</c>. Otherwise the inverse is approximate but still positive
/// definite. The dimension with the largest sums is on the outside, where missing combinations cost the fewest iterations.
/// </summary>
internal sealed class CrossedTreePreconditioner(SummingTree tree, double[] weights, double[] diagonal)
{
    private const double LeastShareOfDiagonal = 1e-6;

    private readonly Lanes[] _inverse = new Lanes[tree.SeriesCount];
    private readonly Lanes[] _shrink = new Lanes[tree.FirstSeries];
    private readonly Lanes[] _shrinkSquared = new Lanes[tree.FirstSeries];
    private readonly Lanes[] _pull = new Lanes[tree.FirstSeries];
    private readonly Lanes[] _sums = new Lanes[tree.FirstSeries];
    private readonly Lanes[] _pulled = new Lanes[tree.FirstSeries];

    /// <summary>Prepares for the free series; the result is 0 for all other series.</summary>
    /// <param name="free">Mask for each series: the lanes in which the series is free.</param>
    public void Prepare(Lanes[] free)
    {
        for (var i = 0; i < free.Length; i++)
        {
            var own = Math.Max(weights[tree.FirstSeries + i], LeastShareOfDiagonal * diagonal[i]);
            _inverse[i] = free[i] & Vector256.Create(1 / own);
        }

        foreach (var chain in tree.Chains)
        {
            foreach (var sum in chain) PrepareLevel(sum);
        }
    }

    /// <summary>Multiplies the residual by the approximate inverse.</summary>
    public void Apply(Lanes[] residual, Lanes[] result)
    {
        var chains = tree.Chains;
        residual.CopyTo(result, 0);
        Gather(chains[0][0], result);
        for (var chain = 0; chain < chains.Count; chain++)
        {
            Solve(chains[chain], _shrinkSquared, _shrink);
            Carry(chains[chain][0], chains[Math.Min(chain + 1, chains.Count - 1)][0], result);
        }

        for (var chain = chains.Count - 1; chain >= 0; chain--)
        {
            Solve(chains[chain], _shrink, _shrinkSquared);
            if (chain > 0) Carry(chains[chain][0], chains[chain - 1][0], result);
        }

        var parents = chains[0][0].Parents;
        for (var i = 0; i < parents.Length; i++) result[i] = _inverse[i] * (result[i] - _pulled[parents[i]]);
    }

    /// <summary>
    /// Prepares the nodes of a level. For a node, z is the rest of its row of S after the square roots of the finer nodes. With weight w,
    /// the square root of the node shrinks z by <c>1 / √(1 + w |z|²)</c>. Also prepares the amount that the node subtracts per unit of zᵀ
    /// x.
    /// </summary>
    private void PrepareLevel(LevelSum sum)
    {
        var squares = _sums;
        Array.Clear(squares, sum.First, sum.End - sum.First);
        for (var i = 0; i < sum.Parents.Length; i++)
        {
            squares[sum.Parents[i]] += sum.FirstSource == tree.FirstSeries
                ? _inverse[i]
                : _shrinkSquared[sum.FirstSource + i] * squares[sum.FirstSource + i];
        }

        for (var node = sum.First; node < sum.End; node++)
        {
            _shrinkSquared[node] = Lanes.One / (Lanes.One + (weights[node] * squares[node]));
            _shrink[node] = Vector256.Sqrt(_shrinkSquared[node]);
            _pull[node] = Vector256.GreaterThan(squares[node], Lanes.Zero) & ((Lanes.One - _shrink[node]) / squares[node]);
        }
    }

    /// <summary>
    /// Converts sums over the series into the amount that each node subtracts from them, for division by the square root of a dimension
    /// or by its transpose. The two differ in the factors on the way up and down the tree.
    /// </summary>
    private void Solve(IReadOnlyList<LevelSum> chain, Lanes[] up, Lanes[] down)
    {
        for (var step = 1; step < chain.Count; step++)
        {
            var (parents, first) = (chain[step].Parents, chain[step].FirstSource);
            Clear(chain[step]);
            for (var i = 0; i < parents.Length; i++) _sums[parents[i]] += up[first + i] * _sums[first + i];
        }

        for (var step = chain.Count - 1; step >= 0; step--)
        {
            for (var node = chain[step].First; node < chain[step].End; node++) _pulled[node] = _pull[node] * _sums[node];
            if (step == chain.Count - 1) continue;
            var (parents, first) = (chain[step + 1].Parents, chain[step + 1].FirstSource);
            for (var i = 0; i < parents.Length; i++) _pulled[first + i] += down[first + i] * _pulled[parents[i]];
        }
    }

    private void Gather(LevelSum sum, Lanes[] x)
    {
        Clear(sum);
        for (var i = 0; i < x.Length; i++) _sums[sum.Parents[i]] += _inverse[i] * x[i];
    }

    /// <summary>
    /// Subtracts the amounts of one dimension's nodes from the series, and gathers the sums of the next dimension in the same pass,
    /// because memory access takes most of the time.
    /// </summary>
    private void Carry(LevelSum from, LevelSum to, Lanes[] x)
    {
        Clear(to);
        var (source, target) = (from.Parents, to.Parents);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] -= _pulled[source[i]];
            _sums[target[i]] += _inverse[i] * x[i];
        }
    }

    private void Clear(LevelSum sum) => Array.Clear(_sums, sum.First, sum.End - sum.First);
}
