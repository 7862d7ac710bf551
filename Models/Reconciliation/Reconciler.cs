using System.Runtime.Intrinsics;
using CommunityDemand.Models.Hierarchies;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace CommunityDemand.Models.Reconciliation;

/// <summary>
/// The coherent, non-negative forecasts nearest to the base ones: b ≥ 0 with the least <c>Σ w (S b - base)²</c> over all nodes. No
/// matrix is ever formed: a product with S walks the levels, so that time and room are linear in the number of nodes. Periods are solved
/// in blocks of four, blocks side by side on threads; what comes of a block depends on nothing but its periods.
/// </summary>
internal sealed class Reconciler
{
    private const double FineTolerance = 1e-10;

    private readonly SummingTree _tree;
    private readonly double[] _weights;
    private readonly double[] _diagonal;

    /// <param name="weights">One a node; 0 for a node without a forecast. Every series needs a node that weighs.</param>
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

    /// <summary>Reconciles the forecasts of all nodes.</summary>
    /// <param name="means">Node x horizon. A series whose own forecast is exactly 0 is closed or dead, and stays 0.</param>
    /// <returns>Node x horizon; every node is the sum of its series, in a fixed order.</returns>
    public double[][] Reconcile(double[][] means, CancellationToken cancellationToken = default)
    {
        var horizon = means.Length == 0 ? 0 : means[0].Length;
        var coherent = new double[means.Length][];
        for (var node = 0; node < means.Length; node++) coherent[node] = new double[horizon];
        Reconcile(
            horizon, (h, target) => Read(means, h, target), (h, values) => Write(values, coherent, h), FineTolerance, cancellationToken);
        return coherent;
    }

    /// <summary>Reconciles forecasts that it asks for and hands out period by period, so that nothing of nodes x horizon is held.</summary>
    /// <param name="read">
    /// Fills an array with a period's forecasts, one a node; 0 where there is none. A series whose own forecast is 0 is closed or dead, and
    /// stays 0.
    /// </param>
    /// <param name="write">Takes a period's coherent values, one a node, from an array that is written over once it returns.</param>
    /// <param name="tolerance">
    /// How far from the nearest the result may be, as a share of the base forecasts' weighted length <c>√Σ w base²</c>.
    /// </param>
    /// <remarks>Each period is read and written once, in any order, several at the same time on different threads.</remarks>
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

    /// <summary>Room of one thread.</summary>
    private sealed class Room(SummingTree tree, NonNegativeLeastSquares solver)
    {
        private readonly double[] _values = new double[tree.NodeCount];
        private readonly Lanes[] _target = new Lanes[tree.NodeCount];
        private readonly Lanes[] _coherent = new Lanes[tree.NodeCount];

        public void Solve(
            int first, int periods, Action<int, double[]> read, Action<int, double[]> write, CancellationToken cancellationToken)
        {
            // What an earlier block left in lanes that this one lacks must not be solved again.
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
