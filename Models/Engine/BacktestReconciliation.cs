using System.Numerics.Tensors;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Models.Engine;

/// <summary>Finds how the combined forecasts are best made coherent, by what came at the origins of the backtest.</summary>
/// <param name="combined">For each origin the combined forecasts, node x horizon.</param>
/// <param name="variance">For each node the variance of its forecast errors.</param>
internal sealed class BacktestReconciliation(
    NodePanel nodes, IReadOnlyList<BacktestWindow> origins, float[][] combined, int horizon, double[] variance,
    CancellationToken cancellationToken)
{
    /// <summary>
    /// A method must beat bottom-up by this part of the error to be taken: a few origins can't tell close methods apart, and bottom-up
    /// trusts no estimate but the series' own.
    /// </summary>
    private const double Margin = 0.01;

    /// <summary>Precise enough to judge by.</summary>
    private const double Tolerance = 1e-8;

    private readonly Hierarchy _hierarchy = nodes.Hierarchy;

    /// <summary>
    /// The method with the least geometric mean over levels of the root mean squared error of those that beat bottom-up, over all origins
    /// by a margin and at each of them at all, since one odd origin of a few would else decide; bottom-up if none does.
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

    /// <summary>Makes the forecasts of all origins coherent, in place.</summary>
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
    /// Logarithms of the geometric mean over levels of the root mean squared error, but for a constant: of each origin and, last, over all
    /// of them; empty without origins.
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
        // Added up in order, so that threads don't change the sum.
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
