using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Combination;

/// <summary>
/// The members' scaled errors (RMSSE) on each node and origin, and beside them the error of the median member, which tells easy nodes
/// from hard ones without a member that blows up having a say.
/// </summary>
internal sealed class MemberErrors
{
    /// <summary>A member that blows up is bad; how bad must not drown everything else in a mean.</summary>
    private const double Cap = 10;

    /// <summary>A level leans on all levels' errors like this many more nodes: a level of one node has no evidence of its own.</summary>
    private const double AllLevelsWeight = 20;

    private readonly double[][][] _errors;
    private readonly double[][] _medians;

    public MemberErrors(IReadOnlyList<OriginForecasts> origins)
    {
        Members = origins[0].Members.Length;
        _errors = [.. origins.Select(origin => Enumerable.Range(0, origin.Actual.Length).Select(node => Errors(origin, node)).ToArray())];
        _medians = [.. _errors.Select(nodes => nodes.Select(Median).ToArray())];
    }

    public int Members { get; }

    /// <summary>NaN where the member can't serve the node or nothing is known.</summary>
    public double this[int origin, int node, int member] => _errors[origin][node][member];

    /// <summary>A member's error on a node over origins, and the median member's on the same: their quotient is 1 for an average member.</summary>
    public (double Error, double Median, int Count) Of(int[] origins, int node, int member)
    {
        var (error, median, count) = (0.0, 0.0, 0);
        foreach (var origin in origins)
        {
            if (double.IsNaN(_errors[origin][node][member])) continue;
            error += _errors[origin][node][member];
            median += _medians[origin][node];
            count++;
        }

        return (error, median, count);
    }

    /// <summary>Level x member: the relative error over the level's nodes, shrunk to that over all nodes; NaN for a member that served none.</summary>
    public double[][] OfLevels(Hierarchy hierarchy, int[] origins)
    {
        var sums = new (double Error, double Median, int Count)[hierarchy.Levels.Count + 1, Members];
        for (var node = 0; node < hierarchy.Nodes.Count; node++)
        {
            for (var member = 0; member < Members; member++)
            {
                var (error, median, count) = Of(origins, node, member);
                foreach (var row in (ReadOnlySpan<int>)[hierarchy.LevelOfNode[node], hierarchy.Levels.Count])
                {
                    ref var sum = ref sums[row, member];
                    sum = (sum.Error + error, sum.Median + median, sum.Count + count);
                }
            }
        }

        return [.. Enumerable.Range(0, hierarchy.Levels.Count).Select(level => Enumerable.Range(0, Members).Select(member =>
        {
            var (own, all) = (sums[level, member], sums[hierarchy.Levels.Count, member]);
            var nodes = (double)own.Count / origins.Length;
            var overall = all.Error / all.Median;
            return own.Count == 0 ? overall : ((nodes * own.Error / own.Median) + (AllLevelsWeight * overall)) / (nodes + AllLevelsWeight);
        }).ToArray())];
    }

    private static double[] Errors(OriginForecasts origin, int node) =>
        [.. origin.Members.Select(member => member[node] is { } mean ? Math.Min(Cap, origin.Error(node, mean)) : double.NaN)];

    private static double Median(double[] errors)
    {
        var known = errors.Where(error => !double.IsNaN(error)).Order().ToArray();
        return known.Length == 0 ? double.NaN : (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2;
    }
}
