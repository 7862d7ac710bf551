using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Combination;

/// <summary>The members' forecasts of every node from one origin, and what came.</summary>
/// <param name="Nodes">The panel, which knows what came.</param>
/// <param name="Origin">Periods that the members saw.</param>
/// <param name="Members">Their forecasts.</param>
/// <param name="Scale">For each node the root mean squared seasonal-naive error before the origin; 0 or NaN where there is none.</param>
internal sealed record OriginForecasts(NodePanel Nodes, int Origin, MemberTable Members, float[] Scale)
{
    /// <summary>What of it outlives the members' forecasts.</summary>
    public BacktestWindow Window { get; } = new(Nodes, Origin, Members.Horizon);

    private ReadOnlySpan<float> Actual(int node) => Window.Actual(node);

    /// <summary>
    /// Root mean squared scaled error of a forecast of a node over the periods known; NaN if none is, or the node has no scale.
    /// </summary>
    public double Error(int node, ReadOnlySpan<double> mean)
    {
        var actual = Actual(node);
        var (sum, count) = (0.0, 0);
        for (var h = 0; h < actual.Length; h++) Add(actual[h] - mean[h], ref sum, ref count);
        return Scaled(node, sum, count);
    }

    /// <summary>The same of a member's forecast; NaN too where it can't serve the node.</summary>
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
