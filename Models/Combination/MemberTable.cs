using System.Numerics;
using System.Numerics.Tensors;

namespace CommunityDemand.Models.Combination;

/// <summary>
/// What every member forecasts of every node from one origin. In single precision and one array: of a nation's series it is the largest
/// thing that a training holds.
/// </summary>
internal sealed class MemberTable
{
    private readonly float[][] _nodes;

    /// <summary>For each node a bit a member that serves it: only these are kept.</summary>
    private readonly uint[] _serving;

    public MemberTable(int nodes, int members, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(members, 32);
        (_nodes, _serving, Members, Horizon) = (new float[nodes][], new uint[nodes], members, horizon);
    }

    public int Nodes => _nodes.Length;

    public int Members { get; }

    public int Horizon { get; }

    /// <summary>A member's forecast of a node; empty where it can't serve it.</summary>
    public ReadOnlySpan<float> this[int node, int member]
    {
        get
        {
            var bit = 1u << member;
            return (_serving[node] & bit) == 0
                ? []
                : _nodes[node].AsSpan(BitOperations.PopCount(_serving[node] & (bit - 1)) * Horizon, Horizon);
        }
    }

    /// <summary>Sets a node's forecasts, member x horizon; a member that can't serve starts with NaN.</summary>
    public void Set(int node, ReadOnlySpan<double> forecasts)
    {
        for (var member = 0; member < Members; member++)
        {
            if (!double.IsNaN(forecasts[member * Horizon])) _serving[node] |= 1u << member;
        }

        var values = new float[BitOperations.PopCount(_serving[node]) * Horizon];
        var room = values.AsSpan();
        for (var member = 0; member < Members; member++)
        {
            if ((_serving[node] & (1u << member)) == 0) continue;
            TensorPrimitives.ConvertTruncating(forecasts.Slice(member * Horizon, Horizon), room[..Horizon]);
            room = room[Horizon..];
        }

        _nodes[node] = values;
    }
}
