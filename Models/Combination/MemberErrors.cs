using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Combination;

/// <summary>
/// Scaled errors (RMSSE) of the members on each node and origin, with the error of the median member. The median member shows how hard a
/// node is, and is not affected by a single member with extreme errors.
/// </summary>
internal sealed class MemberErrors
{
    /// <summary>Maximum of an error. A single extreme error must not dominate a mean.</summary>
    private const double Cap = 10;

    /// <summary>
    /// Weight of the errors of all levels in the error of one level, in nodes: a level of one node has little evidence of its own.
    /// </summary>
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

    /// <summary>Error of a member; NaN where the member cannot serve the node, or where no value is known.</summary>
    public double this[int origin, int node, int member] => _errors[origin][(node * Members) + member];

    /// <summary>
    /// Error of a member on a node over origins, and the error of the median member on the same origins. The quotient is 1 for an average
    /// member.
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
    /// Relative error by level x member over the nodes of the level, shrunk to the error over all nodes; NaN for a member that served no
    /// node.
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
