using System.Numerics.Tensors;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Models.Engine;

/// <summary>Choice of the reconciliation method for the combined forecasts, by the actual values at the origins of the backtest.</summary>
/// <param name="combined">Combined forecasts of each origin, node x horizon.</param>
/// <param name="variance">Variance of the forecast errors of each node.</param>
internal sealed class BacktestReconciliation(
    NodePanel nodes, IReadOnlyList<BacktestWindow> origins, float[][] combined, int horizon, double[] variance,
    CancellationToken cancellationToken)
{
    /// <summary>
    /// Margin by which a method must beat bottom-up, as a share of the error. A few origins cannot distinguish similar methods, and
    /// bottom-up depends on no estimate except the forecasts of the series.
    /// </summary>
    private const double Margin = 0.01;

    /// <summary>Precision of reconciliation for the comparison.</summary>
    private const double Tolerance = 1e-8;

    private readonly Hierarchy _hierarchy = nodes.Hierarchy;

    /// <summary>
    /// The best method: the one with the lowest geometric mean over levels of the root mean squared error. It must beat bottom-up by a
    /// margin over all origins, and also at each single origin, because one unusual origin could otherwise decide. Bottom-up if no method
    /// does.
    /// </summary>
    public ReconciliationMethod Best()
    {
        var bottomUp = Errors(ReconciliationMethod.BottomUp);
        if (bottomUp.Count == 0) return ReconciliationMethod.BottomUp;
        return Enum.GetValues<ReconciliationMethod>()
            .Where(method => method != ReconciliationMethod.BottomUp)
            .Select(method => (Method: method, Errors: Errors(method)))
            .Where(of => of.Errors[^1] < bottomUp[^1] - Margin && of.Errors.Zip(bottomUp).All(pair => pair.First < pair.Second))
            .DefaultIfEmpty((Method: ReconciliationMethod.BottomUp, Errors: bottomUp))
            .MinBy(of => of.Errors[^1]).Method;
    }

    /// <summary>Makes the forecasts of all origins coherent in place.</summary>
    public void Apply(ReconciliationMethod method)
    {
        var reconciler = ReconcilerOf(method);
        for (var o = 0; o < origins.Count; o++)
        {
            var origin = o;
            reconciler.Reconcile(
                horizon,
                (h, target) => Read(origin, h, target),
                (h, coherent) =>
                {
                    for (var node = 0; node < coherent.Length; node++) combined[origin][(node * horizon) + h] = (float)coherent[node];
                },
                Tolerance,
                cancellationToken);
        }
    }

    private Reconciler ReconcilerOf(ReconciliationMethod method) => new(_hierarchy, Reconciler.WeightsOf(method, _hierarchy, variance));

    private void Read(int origin, int h, double[] target)
    {
        for (var node = 0; node < target.Length; node++) target[node] = combined[origin][(node * horizon) + h];
    }

    /// <summary>
    /// Logarithms of the geometric mean over levels of the root mean squared error, up to a constant: one for each origin, then one over
    /// all origins; empty without origins.
    /// </summary>
    private List<double> Errors(ReconciliationMethod method)
    {
        if (origins.Count == 0) return [];
        var reconciler = ReconcilerOf(method);
        var all = new double[_hierarchy.Levels.Count];
        var errors = new List<double>();
        for (var o = 0; o < origins.Count; o++)
        {
            var squares = LevelSquares(reconciler, o);
            TensorPrimitives.Add(all, squares, all);
            errors.Add(LogOfMean(squares));
        }

        errors.Add(LogOfMean(all));
        return errors;
    }

    private static double LogOfMean(double[] squares) => squares.Average(sum => Math.Log(sum + double.Epsilon)) / 2;

    private double[] LevelSquares(Reconciler reconciler, int origin)
    {
        var periods = new double[Math.Min(horizon, nodes.Periods - origins[origin].Origin)][];
        reconciler.Reconcile(
            periods.Length,
            (h, target) => Read(origin, h, target),
            (h, coherent) => periods[h] = LevelSquares(origin, h, coherent),
            Tolerance,
            cancellationToken);
        // Summed in a fixed order, so that the number of threads does not change the result.
        var sums = new double[_hierarchy.Levels.Count];
        foreach (var period in periods) TensorPrimitives.Add(sums, period, sums);
        return sums;
    }

    private double[] LevelSquares(int origin, int h, double[] coherent)
    {
        var squares = new double[_hierarchy.Levels.Count];
        for (var node = 0; node < coherent.Length; node++)
        {
            var error = origins[origin].Actual(node)[h] - coherent[node];
            if (!double.IsNaN(error)) squares[_hierarchy.LevelOfNode[node]] += error * error;
        }

        return squares;
    }
}
