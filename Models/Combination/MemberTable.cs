using System.Numerics;
using System.Numerics.Tensors;

namespace CommunityDemand.Models.Combination;

/// <summary>
/// Forecasts of every member for every node from one origin. The table is one array in single precision, because it is the largest
/// structure of a training at national scale.
/// </summary>
internal sealed class MemberTable
{
    private readonly float[][] _nodes;

    /// <summary>Bit mask of the members that serve each node; only their forecasts are stored.</summary>
    private readonly uint[] _serving;

    public MemberTable(int nodes, int members, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(members, 32);
        (_nodes, _serving, Members, Horizon) = (new float[nodes][], new uint[nodes], members, horizon);
        Spreads = new float[nodes];
    }

    /// <summary>Usual one-step error of each node at the origin, in the unit of the panel.</summary>
    public float[] Spreads { get; }

    public int Nodes => _nodes.Length;

    public int Members { get; }

    public int Horizon { get; }

    /// <summary>Forecast of a node by a member; empty where the member cannot serve the node.</summary>
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

    /// <summary>Sets the forecasts of a node, member x horizon; the row of a member that cannot serve starts with NaN.</summary>
    public void Set(int node, ReadOnlySpan<double> forecasts, double spread)
    {
        Spreads[node] = (float)spread;
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
