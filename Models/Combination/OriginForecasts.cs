using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Combination;

/// <summary>The members' forecasts of every node from one origin, and the actual values.</summary>
/// <param name="Nodes">Panel with the actual values.</param>
/// <param name="Origin">Number of periods that the members could use.</param>
/// <param name="Members">Forecasts of the members.</param>
/// <param name="Scale">Root mean squared seasonal-naive error of each node before the origin; 0 or NaN where there is none.</param>
internal sealed record OriginForecasts(NodePanel Nodes, int Origin, MemberTable Members, float[] Scale)
{
    /// <summary>The part that is kept after the members' forecasts are released.</summary>
    public BacktestWindow Window { get; } = new(Nodes, Origin, Members.Horizon, Members.Spreads);

    private ReadOnlySpan<float> Actual(int node) => Window.Actual(node);

    /// <summary>
    /// Root mean squared scaled error of a forecast of a node over the known periods; NaN if no period is known or the node has no scale.
    /// </summary>
    public double Error(int node, ReadOnlySpan<double> mean)
    {
        var actual = Actual(node);
        var (sum, count) = (0.0, 0);
        for (var h = 0; h < actual.Length; h++) Add(actual[h] - mean[h], ref sum, ref count);
        return Scaled(node, sum, count);
    }

    /// <summary>Root mean squared scaled error of a member's forecast; NaN also where the member cannot serve the node.</summary>
    public double Error(int node, int member)
    {
        var actual = Actual(node);
        var mean = Members[node, member];
        if (mean.IsEmpty) return double.NaN;
        var (sum, count) = (0.0, 0);
        for (var h = 0; h < actual.Length; h++) Add((double)actual[h] - mean[h], ref sum, ref count);
        return Scaled(node, sum, count);
    }

    private static void Add(double error, ref double sum, ref int count)
    {
        if (double.IsNaN(error)) return;
        sum += error * error;
        count++;
    }

    private double Scaled(int node, double sum, int count) =>
        count == 0 || !(Scale[node] > 0) ? double.NaN : Math.Sqrt(sum / count) / Scale[node];
}
