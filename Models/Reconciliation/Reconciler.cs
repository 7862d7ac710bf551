using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>
/// The coherent, non-negative forecasts nearest to the base ones: b ≥ 0 with the least <c>Σ w (S b - base)²</c> over all nodes. The
/// normal equations are solved by conjugate gradients without ever forming a matrix: a product with S or Sᵀ visits each series once
/// a level, so that an iteration is linear in series x levels, for trees and crossed trees alike. Non-negativity comes from an active set
/// (Wickramasuriya, Turlach and Hyndman 2020).
/// </summary>
internal sealed class Reconciler
{
    private const double Tolerance = 1e-10;
    private const int MostIterations = 500;
    private const int MostActiveSets = 30;

    private readonly Hierarchy _hierarchy;
    private readonly double[] _weights;
    private readonly double[] _diagonal;
    private readonly int[] _bottom;

    /// <param name="weights">One a node; 0 for a node without a forecast. Every series needs a node that weighs.</param>
    public Reconciler(Hierarchy hierarchy, double[] weights)
    {
        _hierarchy = hierarchy;
        _weights = weights;
        _diagonal = new double[hierarchy.SeriesCount];
        _bottom = new int[hierarchy.SeriesCount];
        for (var series = 0; series < _diagonal.Length; series++)
        {
            foreach (var node in hierarchy.NodesOf(series)) _diagonal[series] += weights[node];
            _bottom[series] = hierarchy.NodesOf(series)[^1];
        }
    }

    /// <summary>Weights of a method for the nodes that have a base forecast.</summary>
    /// <param name="variance">Variance of each node's base errors; read for <see cref="ReconciliationMethod.WlsVariance"/> only.</param>
    public static double[] WeightsOf(ReconciliationMethod method, Hierarchy hierarchy, double[] variance)
    {
        var weights = new double[hierarchy.Nodes.Count];
        for (var node = 0; node < weights.Length; node++)
        {
            weights[node] = method switch
            {
                ReconciliationMethod.BottomUp => hierarchy.Nodes[node].IsBottom ? 1 : 0,
                ReconciliationMethod.Ols => 1,
                ReconciliationMethod.WlsStruct => 1.0 / hierarchy.SizeOfNode[node],
                ReconciliationMethod.WlsVariance => 1 / variance[node],
                _ => throw new ArgumentOutOfRangeException(nameof(method)),
            };
        }

        return weights;
    }

    /// <summary>Reconciles the forecasts of all nodes, period by period.</summary>
    /// <param name="means">Node x horizon. A series whose own forecast is exactly 0 is closed or dead, and stays 0.</param>
    /// <returns>Node x horizon; every node is the exact sum, in order, of its series.</returns>
    public double[][] Reconcile(double[][] means, CancellationToken cancellationToken = default)
    {
        var horizon = means.Length == 0 ? 0 : means[0].Length;
        var coherent = new double[means.Length][];
        for (var node = 0; node < means.Length; node++) coherent[node] = new double[horizon];
        Parallel.For(0, horizon, new ParallelOptions { CancellationToken = cancellationToken }, h =>
        {
            var target = new double[means.Length];
            for (var node = 0; node < target.Length; node++) target[node] = means[node][h];
            var series = Solve(target);
            for (var i = 0; i < series.Length; i++)
            {
                foreach (var node in _hierarchy.NodesOf(i)) coherent[node][h] += series[i];
            }
        });
        return coherent;
    }

    /// <summary>The series' values nearest to the nodes' targets, 0 or more.</summary>
    internal double[] Solve(double[] target)
    {
        var series = new double[_hierarchy.SeriesCount];
        var free = new bool[series.Length];
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = Math.Max(0, target[_bottom[i]]);
            free[i] = series[i] > 0;
        }

        if (_hierarchy.Levels.Count == 1) return series;
        var dead = series.Select(value => value <= 0).ToArray();
        for (var pass = 0; pass < MostActiveSets; pass++)
        {
            Minimise(series, free, target);
            if (!UpdateActiveSet(series, free, dead, target)) break;
        }

        for (var i = 0; i < series.Length; i++) series[i] = Math.Max(0, series[i]);
        return series;
    }

    /// <summary>Fixes negative series at 0 and frees those that would rise; false once neither happens (the Karush-Kuhn-Tucker conditions hold).</summary>
    private bool UpdateActiveSet(double[] series, bool[] free, bool[] dead, double[] target)
    {
        var changed = false;
        var gradient = Gradient(series, target);
        var scale = gradient.Zip(_diagonal, (g, d) => Math.Abs(g) / d).DefaultIfEmpty(0).Max() + series.Max();
        for (var i = 0; i < series.Length; i++)
        {
            if (free[i] && series[i] < 0)
            {
                (free[i], series[i], changed) = (false, 0, true);
            }
            else if (!free[i] && !dead[i] && gradient[i] > 1e-7 * scale * _diagonal[i])
            {
                (free[i], changed) = (true, true);
            }
        }

        return changed;
    }

    /// <summary>Conjugate gradients with Jacobi preconditioning over the free series, from where they stand.</summary>
    private void Minimise(double[] series, bool[] free, double[] target)
    {
        var residual = Gradient(series, target);
        Mask(residual, free);
        var direction = Precondition(residual);
        var product = Dot(residual, direction);
        var limit = Tolerance * Tolerance * Math.Max(product, Energy(target));
        for (var iteration = 0; iteration < MostIterations && product > limit; iteration++)
        {
            var image = Apply(direction);
            Mask(image, free);
            var step = product / Dot(direction, image);
            for (var i = 0; i < series.Length; i++)
            {
                series[i] += step * direction[i];
                residual[i] -= step * image[i];
            }

            var preconditioned = Precondition(residual);
            var next = Dot(residual, preconditioned);
            var ratio = next / product;
            for (var i = 0; i < direction.Length; i++) direction[i] = preconditioned[i] + (ratio * direction[i]);
            product = next;
        }
    }

    /// <summary>Sᵀ W (target - S b): the way down.</summary>
    private double[] Gradient(double[] series, double[] target)
    {
        var nodes = Sum(series);
        for (var node = 0; node < nodes.Length; node++) nodes[node] = _weights[node] * (target[node] - nodes[node]);
        return Spread(nodes);
    }

    /// <summary>Sᵀ W S x.</summary>
    private double[] Apply(double[] series)
    {
        var nodes = Sum(series);
        for (var node = 0; node < nodes.Length; node++) nodes[node] *= _weights[node];
        return Spread(nodes);
    }

    private double[] Sum(double[] series)
    {
        var nodes = new double[_hierarchy.Nodes.Count];
        for (var i = 0; i < series.Length; i++)
        {
            foreach (var node in _hierarchy.NodesOf(i)) nodes[node] += series[i];
        }

        return nodes;
    }

    private double[] Spread(double[] nodes)
    {
        var series = new double[_hierarchy.SeriesCount];
        for (var i = 0; i < series.Length; i++)
        {
            foreach (var node in _hierarchy.NodesOf(i)) series[i] += nodes[node];
        }

        return series;
    }

    private double[] Precondition(double[] residual)
    {
        var scaled = new double[residual.Length];
        for (var i = 0; i < scaled.Length; i++) scaled[i] = residual[i] / _diagonal[i];
        return scaled;
    }

    private double Energy(double[] target)
    {
        var sum = 0.0;
        for (var node = 0; node < target.Length; node++) sum += _weights[node] * target[node] * target[node];
        return sum;
    }

    private static void Mask(double[] values, bool[] free)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!free[i]) values[i] = 0;
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
