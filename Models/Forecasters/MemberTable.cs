namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// What every member forecasts of every node from one origin. In single precision and one array: of a nation's series it is the largest thing that a
/// training holds.
/// </summary>
internal sealed class MemberTable
{
    private readonly float[][] _nodes;

    public MemberTable(int nodes, int members, int horizon) => (_nodes, Members, Horizon) = (new float[nodes][], members, horizon);

    public int Nodes => _nodes.Length;

    public int Members { get; }

    public int Horizon { get; }

    /// <summary>A member's forecast of a node; empty where it can't serve it.</summary>
    public ReadOnlySpan<float> this[int node, int member]
    {
        get
        {
            if (_nodes[node] is not { } values) return [];
            var span = values.AsSpan(member * Horizon, Horizon);
            return float.IsNaN(span[0]) ? [] : span;
        }
    }

    /// <summary>Sets a node's forecasts, member x horizon; a member that can't serve starts with NaN.</summary>
    public void Set(int node, ReadOnlySpan<double> forecasts)
    {
        var values = new float[forecasts.Length];
        for (var i = 0; i < values.Length; i++) values[i] = (float)forecasts[i];
        _nodes[node] = values;
    }
}
