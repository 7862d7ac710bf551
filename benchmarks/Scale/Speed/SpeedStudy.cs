using System.Diagnostics;
using CommunityDemand.Local.Series;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Scale.Speed;

/// <summary>
/// Times the engine and R's methods on the same monthly series. The engine's time is that of its first run in a process, its compilation
/// included: training, backtest, combination, intervals and reconciliation. R's is of one fit a series, with intervals.
/// </summary>
/// <param name="What">Names the series.</param>
internal sealed record SpeedStudy(string What, PeerTime Ours, IReadOnlyList<PeerTime> Peers)
{
    public const double TimesToReach = 100;

    /// <summary>How many times the engine's CPU time the plain mean of R's methods takes: a series' mean needs all of them.</summary>
    public double CpuTimes => PeersOfSeries(peer => peer.Cpu) / (Ours.Cpu / Ours.Series);

    /// <summary>The same by the clock.</summary>
    public double WallTimes => PeersOfSeries(peer => peer.Wall) / (Ours.Wall / Ours.Series);

    /// <param name="sample">Most series that R is timed on, evenly spread over the panel's.</param>
    public static async Task<SpeedStudy> RunAsync(
        string what, Panel panel, int horizon, int sample, IProgressBoard board, CancellationToken cancellationToken)
    {
        var ours = await board.RunAsync(
            $"Ours, {panel.Keys.Count} series", step => Task.Run(() => Time(panel, horizon, step, cancellationToken), cancellationToken));
        var chosen = Enumerable.Range(0, Math.Min(sample, panel.Keys.Count))
            .Select(i => Known(panel.Series((int)((long)i * panel.Keys.Count / Math.Min(sample, panel.Keys.Count))))).ToArray();
        var peers = await board.RunAsync(
            $"R's methods, {chosen.Length} series", step => PeerTimer.TimeAsync(
                chosen, Domain.Time.FrequencyExtensions.DefaultSeason(panel.Axis.Frequency), horizon, step, cancellationToken));
        return new SpeedStudy(what, ours, peers);
    }

    private static PeerTime Time(Panel panel, int horizon, IProgress<StepProgress> step, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        new ForecastEngine(new EngineOptions()).Run(panel, horizon, step.OfEngine(), cancellationToken);
        var wall = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new PeerTime("ours", (process.TotalProcessorTime - cpu).TotalSeconds, wall.TotalSeconds, panel.Keys.Count, 0);
    }

    private static double[] Known(double[] values)
    {
        var first = Array.FindIndex(values, value => !double.IsNaN(value));
        return first < 0 ? new double[values.Length] : values[first..];
    }

    private double PeersOfSeries(Func<PeerTime, double> time) => Peers.Sum(peer => time(peer) / peer.Series);
}
