using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>
/// Solver for the minimum of <c>Σ w (S b - target)²</c> with b ≥ 0, for four periods at once, one in each lane: preconditioned conjugate
/// gradients within an active set (Wickramasuriya, Turlach and Hyndman 2020). The solver owns the buffers of one solution; only one
/// thread may use it at a time.
/// </summary>
/// <param name="diagonal">Sum of the weights of each series' nodes: the diagonal of Sᵀ W S.</param>
/// <param name="tolerance">Maximum error of <c>√Σ w (S b)²</c>, as a share of the target's.</param>
internal sealed class NonNegativeLeastSquares(SummingTree tree, double[] weights, double[] diagonal, double tolerance)
{
    private const int MostIterations = 500;
    private const int MostActiveSets = 30;
    private const double FirstTolerance = 1e-4;
    private const double Sharpening = 1e-2;
    private const double RoundingShare = 1e-12;

    private readonly CrossedTreePreconditioner _preconditioner = new(tree, weights, diagonal);
    private readonly Lanes[] _nodes = new Lanes[tree.NodeCount];
    private readonly Lanes[] _free = new Lanes[tree.SeriesCount];
    private readonly Lanes[] _residual = new Lanes[tree.SeriesCount];
    private readonly Lanes[] _direction = new Lanes[tree.SeriesCount];
    private readonly Lanes[] _preconditioned = new Lanes[tree.SeriesCount];

    /// <summary>Solves, starting from the targets of the series. A series with a target of 0 or less stays 0.</summary>
    /// <param name="coherent">Receives the values of all nodes.</param>
    public void Solve(Lanes[] target, Lanes[] coherent, CancellationToken cancellationToken)
    {
        var series = coherent.AsSpan(tree.FirstSeries);
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = Vector256.Max(Lanes.Zero, target[tree.FirstSeries + i]);
            _free[i] = Vector256.GreaterThan(series[i], Lanes.Zero);
        }

        if (tree.FirstSeries > 0) Descend(target, coherent, cancellationToken);
        for (var i = 0; i < series.Length; i++) series[i] = Vector256.Max(Lanes.Zero, series[i]);
        tree.Sum(coherent);
    }

    /// <summary>
    /// Moves from active set to active set, each solved more precisely than the last: the first sets need no exact solution.
    /// </summary>
    private void Descend(Lanes[] target, Lanes[] coherent, CancellationToken cancellationToken)
    {
        var near = Math.Max(tolerance, FirstTolerance);
        for (var pass = 0; pass < MostActiveSets; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _preconditioner.Prepare(_free);
            var error = Minimise(target, coherent, near);
            var changed = UpdateActiveSet(target, coherent, error);
            if (!changed && near <= tolerance) break;
            near = changed ? Math.Max(tolerance, near * Sharpening) : tolerance;
        }
    }

    /// <summary>
    /// Fixes negative series at 0 and frees series that would rise; false when neither happens (the Karush-Kuhn-Tucker conditions hold).
    /// </summary>
    /// <param name="error">
    /// Estimate of <c>eᵀ Sᵀ W S e</c>, where e is the error of the solution. It bounds the error of the gradient.
    /// </param>
    private bool UpdateActiveSet(Lanes[] target, Lanes[] coherent, Lanes error)
    {
        const double Safety = 4;
        var changed = Lanes.Zero;
        var series = coherent.AsSpan(tree.FirstSeries);
        Gradient(target, coherent, _residual);
        for (var i = 0; i < series.Length; i++)
        {
            var negative = _free[i] & Vector256.LessThan(series[i], Lanes.Zero);
            var alive = Vector256.GreaterThan(target[tree.FirstSeries + i], Lanes.Zero);
            var rises = Vector256.GreaterThan(_residual[i], Safety * Vector256.Sqrt(diagonal[i] * error));
            var freed = Vector256.AndNot(alive & rises, _free[i]);
            series[i] = Vector256.AndNot(series[i], negative);
            _free[i] = Vector256.AndNot(_free[i], negative) | freed;
            changed |= negative | freed;
        }

        return changed.AsUInt64() != Vector256<ulong>.Zero;
    }

    /// <summary>Runs conjugate gradients over the free series, from their current values.</summary>
    /// <returns>Estimate of <c>eᵀ Sᵀ W S e</c>, where e is the error of the solution; at least the size of the rounding error.</returns>
    private Lanes Minimise(Lanes[] target, Lanes[] coherent, double near)
    {
        var energy = Energy(target);
        Gradient(target, coherent, _residual);
        _preconditioner.Apply(_residual, _direction);
        var product = Dot(_residual, _direction);
        var limit = near * near * Vector256.Max(product, energy);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var open = Vector256.GreaterThan(product, limit);
            if (open == Lanes.Zero) break;
            product = Step(coherent.AsSpan(tree.FirstSeries), product, open);
        }

        return Vector256.Max(product, RoundingShare * RoundingShare * energy);
    }

    /// <summary>Runs one iteration; lanes that are not open do not change.</summary>
    private Lanes Step(Span<Lanes> series, Lanes product, Lanes open)
    {
        var image = Image(_direction);
        var step = open & (product / Dot(_direction, image));
        for (var i = 0; i < series.Length; i++)
        {
            series[i] += step * _direction[i];
            _residual[i] -= step * image[i];
        }

        _preconditioner.Apply(_residual, _preconditioned);
        var next = Dot(_residual, _preconditioned);
        var ratio = open & (next / product);
        for (var i = 0; i < series.Length; i++) _direction[i] = _preconditioned[i] + (ratio * _direction[i]);
        return Vector256.ConditionalSelect(open, next, product);
    }

    /// <summary>The negative gradient, Sᵀ W (target - S b).</summary>
    private void Gradient(Lanes[] target, Lanes[] coherent, Lanes[] gradient)
    {
        tree.Sum(coherent);
        for (var node = 0; node < _nodes.Length; node++) _nodes[node] = weights[node] * (target[node] - coherent[node]);
        tree.Spread(_nodes);
        _nodes.AsSpan(tree.FirstSeries).CopyTo(gradient);
    }

    /// <summary>The product Sᵀ W S x, in a buffer that the next product overwrites.</summary>
    private ReadOnlySpan<Lanes> Image(Lanes[] x)
    {
        x.CopyTo(_nodes, tree.FirstSeries);
        tree.Sum(_nodes);
        for (var node = 0; node < _nodes.Length; node++) _nodes[node] *= weights[node];
        tree.Spread(_nodes);
        return _nodes.AsSpan(tree.FirstSeries);
    }

    private Lanes Energy(Lanes[] target)
    {
        var sum = Lanes.Zero;
        for (var node = 0; node < target.Length; node++) sum += weights[node] * target[node] * target[node];
        return sum;
    }

    private static Lanes Dot(ReadOnlySpan<Lanes> a, ReadOnlySpan<Lanes> b)
    {
        var sum = Lanes.Zero;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
