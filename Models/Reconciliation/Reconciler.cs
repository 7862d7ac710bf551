using System.Runtime.Intrinsics;
using CommunityDemand.Models.Hierarchies;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>
/// Coherent, non-negative forecasts closest to the base forecasts: the b ≥ 0 that minimises <c>Σ w (S b - base)²</c> over all nodes. No
/// matrix is formed: a product with S walks the levels, so time and memory are linear in the number of nodes. Periods are solved in
/// blocks of four, in parallel; the result of a block depends only on its own periods.
/// </summary>
internal sealed class Reconciler
{
    private const double FineTolerance = 1e-10;

    private readonly SummingTree _tree;
    private readonly double[] _weights;
    private readonly double[] _diagonal;

    /// <param name="weights">
    /// Weight of each node; 0 for a node without a forecast. Every series needs a node with a positive weight.
    /// </param>
    public Reconciler(Hierarchy hierarchy, double[] weights)
    {
        _tree = new SummingTree(hierarchy);
        _weights = weights;
        _diagonal = new double[_tree.SeriesCount];
        for (var series = 0; series < hierarchy.SeriesCount; series++)
        {
            var sum = 0.0;
            foreach (var node in hierarchy.NodesOf(series)) sum += weights[node];
            _diagonal[hierarchy.NodesOf(series)[^1] - _tree.FirstSeries] = sum;
        }
    }

    /// <summary>Weights of a method for nodes with a base forecast.</summary>
    /// <param name="variance">Variance of each node's base errors; used only for <see cref="ReconciliationMethod.WlsVariance"/>.</param>
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

    /// <summary>Reconciles the forecasts of all nodes.</summary>
    /// <param name="means">Means, node x horizon. A series whose own forecast is exactly 0 is closed or has ended, and stays 0.</param>
    /// <returns>Coherent means, node x horizon; every node is the sum of its series, in a fixed order.</returns>
    public double[][] Reconcile(double[][] means, CancellationToken cancellationToken = default)
    {
        var horizon = means.Length == 0 ? 0 : means[0].Length;
        var coherent = new double[means.Length][];
        for (var node = 0; node < means.Length; node++) coherent[node] = new double[horizon];
        Reconcile(
            horizon, (h, target) => Read(means, h, target), (h, values) => Write(values, coherent, h), FineTolerance, cancellationToken);
        return coherent;
    }

    /// <summary>
    /// Reconciles forecasts that are read and written period by period, so that no array of nodes x horizon is held in memory.
    /// </summary>
    /// <param name="read">
    /// Fills an array with the forecasts of a period, one for each node; 0 where there is none. A series whose own forecast is 0 is
    /// closed or has ended, and stays 0.
    /// </param>
    /// <param name="write">Takes the coherent values of a period, one for each node. The array is overwritten after the call.</param>
    /// <param name="tolerance">
    /// Maximum distance of the result from the optimum, as a share of the weighted length of the base forecasts, <c>√Σ w base²</c>.
    /// </param>
    /// <remarks>
    /// Each period is read and written once, in any order; several periods are processed at the same time on different threads.
    /// </remarks>
    public void Reconcile(
        int horizon, Action<int, double[]> read, Action<int, double[]> write, double tolerance,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        var settings = new ParallelOptions { CancellationToken = cancellationToken };
        var blocks = (horizon + Lanes.Count - 1) / Lanes.Count;
        Parallel.For(0, blocks, settings, () => new Room(_tree, new(_tree, _weights, _diagonal, tolerance)), (block, _, room) =>
        {
            var periods = Math.Min(Lanes.Count, horizon - (block * Lanes.Count));
            room.Solve(block * Lanes.Count, periods, read, write, cancellationToken);
            return room;
        }, _ => { });
    }

    private static void Read(double[][] means, int h, double[] target)
    {
        for (var node = 0; node < target.Length; node++) target[node] = means[node][h];
    }

    private static void Write(double[] values, double[][] coherent, int h)
    {
        for (var node = 0; node < values.Length; node++) coherent[node][h] = values[node];
    }

    /// <summary>Buffers of one thread.</summary>
    private sealed class Room(SummingTree tree, NonNegativeLeastSquares solver)
    {
        private readonly double[] _values = new double[tree.NodeCount];
        private readonly Lanes[] _target = new Lanes[tree.NodeCount];
        private readonly Lanes[] _coherent = new Lanes[tree.NodeCount];

        public void Solve(
            int first, int periods, Action<int, double[]> read, Action<int, double[]> write, CancellationToken cancellationToken)
        {
            // Lanes that an earlier block used and this one does not must not be solved again.
            Array.Clear(_target);
            for (var lane = 0; lane < periods; lane++)
            {
                read(first + lane, _values);
                for (var node = 0; node < _values.Length; node++) _target[node] = _target[node].WithElement(lane, _values[node]);
            }

            solver.Solve(_target, _coherent, cancellationToken);
            for (var lane = 0; lane < periods; lane++)
            {
                for (var node = 0; node < _values.Length; node++) _values[node] = _coherent[node][lane];
                write(first + lane, _values);
            }
        }
    }
}
