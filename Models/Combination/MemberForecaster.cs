using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Combination;

/// <summary>
/// A worker that runs the members over one node after another. It owns its buffers, so each thread has a forecaster of its own.
/// </summary>
internal sealed class MemberForecaster
{
    private readonly MemberRun _run;
    private readonly GlobalModels? _global;
    private readonly IForecaster?[] _own;
    private readonly int[] _shared;

    /// <param name="members">Names of the members, in the order of the forecasts.</param>
    /// <param name="global">Global models; null where they could not be fitted, so that their members serve no node.</param>
    public MemberForecaster(MemberRun run, IReadOnlyList<string> members, GlobalModels? global)
    {
        (_run, _global) = (run, global);
        _own = [.. members.Select(name => StatisticalMembers.All.FirstOrDefault(member => member.Name == name))];
        _shared = [.. members.Select(name => Array.IndexOf(GlobalModels.MemberNames, name))];
        Room = new double[members.Count * run.History.Horizon];
    }

    /// <summary>Buffer, member x horizon, with the last result of <see cref="Forecast"/>.</summary>
    public double[] Room { get; }

    /// <summary>Usual one-step error of the last node, in the unit of the panel.</summary>
    public double Spread { get; private set; }

    /// <summary>Forecasts of all members for all nodes.</summary>
    public static MemberTable All(MemberRun run, IReadOnlyList<string> members, GlobalModels? global, CancellationToken cancellationToken)
    {
        var table = new MemberTable(run.Nodes.Count, members.Count, run.History.Horizon);
        Parallel.For(
            0,
            run.Nodes.Count,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new MemberForecaster(run, members, global),
            (node, _, forecaster) =>
            {
                if (forecaster.Forecast(node)) table.Set(node, forecaster.Room, forecaster.Spread);
                return forecaster;
            },
            _ => { });
        return table;
    }

    /// <summary>
    /// Writes the members' forecasts of a node into <see cref="Room"/>; the row of a member that cannot serve the node starts with NaN.
    /// </summary>
    /// <returns>False, with nothing written, for a node without history.</returns>
    public bool Forecast(int node)
    {
        var (nodes, horizon) = (_run.Nodes, _run.History.Horizon);
        if (nodes.First[node] >= _run.Origin) return false;
        Room.AsSpan().Fill(double.NaN);
        var index = _run.IndexOf(node);
        var clean = CleanSeries.Of(_run, node, index);
        var window = clean.Window();
        Spread = PooledSmoothing.Spread(window, clean.Smoothing.Alpha);
        for (var member = 0; member < _own.Length; member++)
        {
            var mean = Room.AsSpan(member * horizon, horizon);
            if (_own[member] is { } own && !own.TryForecast(window, mean)) mean[0] = double.NaN;
        }

        if (_global is not null && _run.Features.Scales[node] > 0) _global.Forecast(_run.Features.Open(node, index, clean), _shared, Room);
        Shut(index);
        return true;
    }

    /// <summary>
    /// Sets forecasts to 0 in periods without any demand. Members divide by the seasonal index, so the index itself is never 0.
    /// </summary>
    private void Shut(SeasonalIndex index)
    {
        var horizon = _run.History.Horizon;
        for (var h = 0; h < horizon; h++)
        {
            if (!index.IsShut(_run.Nodes, _run.Origin + h)) continue;
            for (var at = h; at < Room.Length; at += horizon)
            {
                if (!double.IsNaN(Room[at - h])) Room[at] = 0;
            }
        }
    }
}
