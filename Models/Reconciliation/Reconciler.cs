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
                ReconciliationMethod.WlsRoot => 1.0 / Math.Sqrt(hierarchy.SizeOfNode[node]),
                ReconciliationMethod.WlsRootVariance => 1.0 / Math.Sqrt(variance[node]),
                ReconciliationMethod.WlsStruct => 1.0 / hierarchy.SizeOfNode[node],
                ReconciliationMethod.WlsVariance => 1 / variance[node],
                _ => throw new ArgumentOutOfRangeException(nameof(method)),
            };
        }

        return weights;
    }

    public void Reconcile(int horizon, Action<int, double[]> read, Action<int, double[]> write, double tolerance, CancellationToken cancellationToken)
    {
        Parallel.For(0, horizon, new ParallelOptions { CancellationToken = cancellationToken }, h =>
        {
            var target = new double[_hierarchy.Nodes.Count];
            read(h, target);
            var series = Solve(target, new Workspace(_hierarchy));
            Array.Clear(target);
            for (var i = 0; i < series.Length; i++)
            {
                foreach (var node in _hierarchy.NodesOf(i)) target[node] += series[i];
            }

            write(h, target);
        });
    }

    /// <summary>Reconciles the forecasts of all nodes, period by period.</summary>
    /// <param name="means">Node x horizon. A series whose own forecast is exactly 0 is closed or dead, and stays 0.</param>
    /// <returns>Node x horizon; every node is the exact sum, in order, of its series.</returns>
    public double[][] Reconcile(double[][] means, CancellationToken cancellationToken = default)
    {
        var horizon = means.Length == 0 ? 0 : means[0].Length;
        var coherent = new double[means.Length][];
        for (var node = 0; node < means.Length; node++) coherent[node] = new double[horizon];
        var settings = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, horizon, settings, () => (Target: new double[means.Length], Room: new Workspace(_hierarchy)), (h, _, own) =>
        {
            for (var node = 0; node < means.Length; node++) own.Target[node] = means[node][h];
            var series = Solve(own.Target, own.Room);
            for (var i = 0; i < series.Length; i++)
            {
                foreach (var node in _hierarchy.NodesOf(i)) coherent[node][h] += series[i];
            }

            return own;
        }, _ => { });
        return coherent;
    }

    /// <summary>The series' values nearest to the nodes' targets, 0 or more.</summary>
    internal double[] Solve(double[] target) => Solve(target, new Workspace(_hierarchy));

    private double[] Solve(double[] target, Workspace room)
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
            Minimise(series, free, target, room);
            if (!UpdateActiveSet(series, free, dead, target, room)) break;
        }

        for (var i = 0; i < series.Length; i++) series[i] = Math.Max(0, series[i]);
        return series;
    }

    /// <summary>Fixes negative series at 0 and frees those that would rise; false once neither happens (the Karush-Kuhn-Tucker conditions hold).</summary>
    private bool UpdateActiveSet(double[] series, bool[] free, bool[] dead, double[] target, Workspace room)
    {
        var changed = false;
        var gradient = room.Residual;
        Gradient(series, target, room.Nodes, gradient);
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
    private void Minimise(double[] series, bool[] free, double[] target, Workspace room)
    {
        var (nodes, residual, direction, image, preconditioned) = (room.Nodes, room.Residual, room.Direction, room.Image, room.Preconditioned);
        Gradient(series, target, nodes, residual);
        Mask(residual, free);
        Precondition(residual, direction);
        var product = Dot(residual, direction);
        var limit = Tolerance * Tolerance * Math.Max(product, Energy(target));
        for (var iteration = 0; iteration < MostIterations && product > limit; iteration++)
        {
            Apply(direction, nodes, image);
            Mask(image, free);
            var step = product / Dot(direction, image);
            for (var i = 0; i < series.Length; i++)
            {
                series[i] += step * direction[i];
                residual[i] -= step * image[i];
            }

            Precondition(residual, preconditioned);
            var next = Dot(residual, preconditioned);
            var ratio = next / product;
            for (var i = 0; i < direction.Length; i++) direction[i] = preconditioned[i] + (ratio * direction[i]);
            product = next;
        }
    }

    /// <summary>Sᵀ W (target - S b): the way down.</summary>
    private void Gradient(double[] series, double[] target, double[] nodes, double[] gradient)
    {
        Sum(series, nodes);
        for (var node = 0; node < nodes.Length; node++) nodes[node] = _weights[node] * (target[node] - nodes[node]);
        Spread(nodes, gradient);
    }

    /// <summary>Sᵀ W S x.</summary>
    private void Apply(double[] series, double[] nodes, double[] image)
    {
        Sum(series, nodes);
        for (var node = 0; node < nodes.Length; node++) nodes[node] *= _weights[node];
        Spread(nodes, image);
    }

    private void Sum(double[] series, double[] nodes)
    {
        Array.Clear(nodes);
        for (var i = 0; i < series.Length; i++)
        {
            foreach (var node in _hierarchy.NodesOf(i)) nodes[node] += series[i];
        }
    }

    private void Spread(double[] nodes, double[] series)
    {
        Array.Clear(series);
        for (var i = 0; i < series.Length; i++)
        {
            foreach (var node in _hierarchy.NodesOf(i)) series[i] += nodes[node];
        }
    }

    private void Precondition(double[] residual, double[] scaled)
    {
        for (var i = 0; i < scaled.Length; i++) scaled[i] = residual[i] / _diagonal[i];
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

    /// <summary>Room for one solution at a time: hundreds of iterations write over the same few arrays.</summary>
    private sealed class Workspace(Hierarchy hierarchy)
    {
        public double[] Nodes { get; } = new double[hierarchy.Nodes.Count];

        public double[] Residual { get; } = new double[hierarchy.SeriesCount];

        public double[] Direction { get; } = new double[hierarchy.SeriesCount];

        public double[] Image { get; } = new double[hierarchy.SeriesCount];

        public double[] Preconditioned { get; } = new double[hierarchy.SeriesCount];
    }
}
