using CommunityDemand.Models.Boosting;

namespace CommunityDemand.Models.Forecasters;

/// <summary>Runs the members over one node after another. Holds the room they work in, so each worker has one of its own.</summary>
internal sealed class MemberForecaster
{
    private readonly MemberRun _run;
    private readonly GlobalModels? _global;
    private readonly IForecaster?[] _own;
    private readonly int[] _shared;
    private readonly double[] _values;
    private readonly double[] _index;
    private readonly double[] _calendar;

    /// <param name="members">Names, in the order of the forecasts.</param>
    /// <param name="global">Null where none could be fitted: its members then serve no node.</param>
    public MemberForecaster(MemberRun run, IReadOnlyList<string> members, GlobalModels? global)
    {
        (_run, _global) = (run, global);
        _own = [.. members.Select(name => StatisticalMembers.All.FirstOrDefault(member => member.Name == name))];
        _shared = [.. members.Select(name => Array.IndexOf(GlobalModels.MemberNames, name))];
        var length = Math.Min(run.Origin, SeriesWindow.MostPeriods(run.Nodes.Season)) + run.History.Horizon;
        (_values, _index, _calendar) = (new double[length], new double[length], new double[length]);
        Room = new double[members.Count * run.History.Horizon];
    }

    /// <summary>Member x horizon: what <see cref="Forecast"/> wrote last.</summary>
    public double[] Room { get; }

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
                if (forecaster.Forecast(node)) table.Set(node, forecaster.Room);
                return forecaster;
            },
            _ => { });
        return table;
    }

    /// <summary>Writes the members' forecasts of a node into <see cref="Room"/>; a member that can't serve it starts with NaN.</summary>
    /// <returns>False, with nothing written, for a node without a past.</returns>
    public bool Forecast(int node)
    {
        var (nodes, horizon) = (_run.Nodes, _run.History.Horizon);
        if (nodes.First[node] >= _run.Origin) return false;
        Room.AsSpan().Fill(double.NaN);
        var index = _run.IndexOf(node);
        var window = Window(node, index);
        for (var member = 0; member < _own.Length; member++)
        {
            var mean = Room.AsSpan(member * horizon, horizon);
            if (_own[member] is { } own && !own.TryForecast(window, mean)) mean[0] = double.NaN;
        }

        if (_global is not null && _run.Features.Scales[node] > 0) _global.Forecast(_run.Features.Open(node, index), _shared, Room);
        return true;
    }

    private SeriesWindow Window(int node, Pooling.SeasonalIndex index)
    {
        var (nodes, origin) = (_run.Nodes, _run.Origin);
        var first = Math.Max(nodes.First[node], origin - SeriesWindow.MostPeriods(nodes.Season));
        var length = origin - first;
        var whole = length + _run.History.Horizon;
        nodes.Copy(node, first, _values.AsSpan(0, length));
        for (var t = 0; t < whole; t++)
        {
            _index[t] = index.At(nodes, first + t);
            if (index.Calendar is not null) _calendar[t] = _index[t] / index.Shrunk[nodes.PhaseAt(first + t)];
        }

        return new SeriesWindow(_values.AsSpan(0, length), _index.AsSpan(0, whole), nodes.Season, index.Calendar is null ? [] : _calendar.AsSpan(0, whole));
    }
}
