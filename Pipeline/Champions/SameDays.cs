using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>The last known days (weeks, months), one horizon long, for comparing two forecasts.</summary>
internal sealed class SameDays
{
    // Smaller errors, relative to actual values, are rounding.
    private const double Least = 1e-6;

    private readonly NodeActuals _actuals;
    private readonly int _horizon;

    /// <param name="panel">Panel, longer than the horizon.</param>
    public SameDays(Panel panel, int horizon)
    {
        _horizon = horizon;
        Past = panel.Truncate(panel.Axis.Count - horizon);
        First = DateOnly.FromDateTime(panel.Axis[panel.Axis.Count - horizon]);
        _actuals = NodeActuals.Of([panel], panel, city: "", horizon);
    }

    /// <summary>The panel before these days.</summary>
    public Panel Past { get; }

    public DateOnly First { get; }

    /// <summary>
    /// Error of one forecast divided by that of the other: root mean squared errors, as a geometric mean over levels with equal weights.
    /// </summary>
    /// <returns>Null where the series that both forecast had no demand.</returns>
    public (double Ratio, int Levels)? Compare(ForecastSet ours, ForecastSet theirs)
    {
        var (a, b) = (ours.Nodes.ToDictionary(f => f.Node, f => f.Mean), theirs.Nodes.ToDictionary(f => f.Node, f => f.Mean));
        var ratios = _actuals.Nodes
            .Where(actual => a.ContainsKey(actual.Node) && b.ContainsKey(actual.Node))
            .GroupBy(actual => actual.Node.Level, StringComparer.Ordinal)
            .Select(level => (
                Ours: level.Sum(node => Squares(node, a[node.Node])),
                Theirs: level.Sum(node => Squares(node, b[node.Node])),
                Least: level.Sum(node => Squares(node, new double[_horizon])) * Least * Least))
            .Where(level => level.Least > 0)
            .Select(level => Math.Sqrt(Math.Max(level.Ours, level.Least) / Math.Max(level.Theirs, level.Least)))
            .ToArray();
        return ratios.Length == 0 ? null : (Math.Exp(ratios.Average(Math.Log)), ratios.Length);
    }

    private double Squares(NodeActual actual, double[] forecast) => actual.Values[^_horizon..]
        .Zip(forecast, (came, expected) => came - expected)
        .Where(error => !double.IsNaN(error))
        .Sum(error => error * error);
}
