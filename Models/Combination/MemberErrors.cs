using CommunityDemand.Domain.Statistics;
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

    private readonly float[][] _errors;
    private readonly float[][] _medians;

    public MemberErrors(IReadOnlyList<OriginForecasts> origins)
    {
        Members = origins[0].Members.Members;
        var nodes = origins[0].Members.Nodes;
        _errors = [.. origins.Select(_ => new float[nodes * Members])];
        _medians = [.. origins.Select(_ => new float[nodes])];
        Parallel.For(0, nodes, node =>
        {
            for (var o = 0; o < origins.Count; o++)
            {
                var errors = _errors[o].AsSpan(node * Members, Members);
                for (var member = 0; member < Members; member++) errors[member] = (float)Math.Min(Cap, origins[o].Error(node, member));
                _medians[o][node] = Median(errors);
            }
        });
    }

    public int Members { get; }

    /// <summary>NaN where the member can't serve the node or nothing is known.</summary>
    public double this[int origin, int node, int member] => _errors[origin][(node * Members) + member];

    /// <summary>
    /// A member's error on a node over origins, and the median member's on the same: their quotient is 1 for an average member.
    /// </summary>
    public (double Error, double Median, int Count) Of(int[] origins, int node, int member)
    {
        var (error, median, count) = (0.0, 0.0, 0);
        foreach (var origin in origins)
        {
            if (double.IsNaN(this[origin, node, member])) continue;
            error += this[origin, node, member];
            median += _medians[origin][node];
            count++;
        }

        return (error, median, count);
    }

    /// <summary>
    /// Level x member: the relative error over the level's nodes, shrunk to that over all nodes; NaN for a member that served none.
    /// </summary>
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

    private static float Median(ReadOnlySpan<float> errors)
    {
        Span<float> known = stackalloc float[errors.Length];
        var count = 0;
        foreach (var error in errors)
        {
            if (!float.IsNaN(error)) known[count++] = error;
        }

        known = known[..count];
        known.Sort();
        return OrderStatistics.Median<float>(known);
    }
}
