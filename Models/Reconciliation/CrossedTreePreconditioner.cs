using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>
/// An approximate inverse of Sᵀ W S for trees crossed with one another. The tree of one dimension alone, <c>D + Σ w 1 1ᵀ</c> over its
/// nodes, has a square root F that is inverted in linear time, node by node from fine to coarse, since
/// <c>I + w z zᵀ = (I + g z zᵀ)²</c>. Where each combination of the trees' leaves has a series, and a node's weight is a product of
/// one a dimension (ordinary least squares, structural scaling), Sᵀ W S is a Kronecker product, and equals
/// <c>F₁ F₂ F₂ᵀ F₁ᵀ</c>. Elsewhere that is an approximation, but positive definite always; the dimension of the largest sums
/// stands outside, where holes cost the fewest iterations.
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

    /// <summary>Prepares for the series that are free; the others' part of every result is 0.</summary>
    /// <param name="free">For each series a mask of the lanes in which it is free.</param>
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

    /// <summary>The approximate inverse times the residual.</summary>
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
    /// For a node z is what the finer nodes' square roots leave of its row of S: with w its weight, its own shrinks z by
    /// <c>1 / √(1 + w |z|²)</c>. Also what it takes off per unit of zᵀ x.
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
    /// From the sums over the series to what each node takes off them, when a dimension's square root is divided out, or its transpose:
    /// these differ in the factors on the way up and down the tree.
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
    /// Takes off the series what one dimension's nodes pull, and gathers the next one's sums: at once, as memory is what takes time.
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
