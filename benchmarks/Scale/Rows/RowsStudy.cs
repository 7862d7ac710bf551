using System.Diagnostics;
using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Scale.Rows;

/// <summary>What one bound on the boosted model's training rows costs on a set, over its origins.</summary>
/// <param name="Rows">The bound.</param>
/// <param name="Bottom">Scores of the bottom series.</param>
/// <param name="RmsseOfLevels">RMSSE, the mean over levels.</param>
/// <param name="Cpu">Seconds of all threads, of one forecast.</param>
/// <param name="Wall">Seconds on the clock, of one forecast.</param>
internal sealed record RowsResult(string Set, int Rows, Score Bottom, double RmsseOfLevels, double Cpu, double Wall);

/// <summary>Forecasts real sets with the boosted model's training sample bounded at different sizes.</summary>
internal static class RowsStudy
{
    private const int Origins = 3;

    public static IReadOnlyList<int> UsualBounds { get; } = [10_000, 20_000, 40_000, 80_000, 160_000];

    public static async Task<IReadOnlyList<RowsResult>> RunAsync(
        IReadOnlyList<int> bounds, Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var results = new List<RowsResult>();
        var sets = Sets(bench);
        // The first run pays for compilation: nobody's bound should.
        await bench.Ours.OfAsync(sets[1].Trials[0], new EngineOptions { TrainingRows = bounds[0] }, "warm-up", cancellationToken);
        foreach (var (name, trials) in sets)
        {
            foreach (var rows in bounds)
            {
                progress.Report(StepProgress.Of(results.Count, sets.Count * bounds.Count, $"{name}, {rows} rows"));
                results.Add(await MeasureAsync(name, trials, rows, bench.Ours, cancellationToken));
            }
        }

        return results;
    }

    private static async Task<RowsResult> MeasureAsync(
        string set, IReadOnlyList<Trial> trials, int rows, OurForecasts ours, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        var board = new ScoreBoard(trials[0].Horizon);
        foreach (var trial in trials)
            board.Add(
                "ours", trial, await ours.OfAsync(trial, new EngineOptions { TrainingRows = rows }, $"{rows} rows", cancellationToken));
        process.Refresh();
        return new RowsResult(
            set,
            rows,
            board["ours", "bottom"]!,
            board.Levels.Average(level => board["ours", level]!.Rmsse),
            (process.TotalProcessorTime - cpu).TotalSeconds / trials.Count,
            Stopwatch.GetElapsedTime(start).TotalSeconds / trials.Count);
    }

    private static IReadOnlyList<(string Name, IReadOnlyList<Trial> Trials)> Sets(Workbench bench) =>
    [
        ("Chicago, daily", Trials("rows-chicago", bench.Chicago.Cells(Frequency.Daily), 28)),
        ("TourismLarge, monthly", Trials("rows-tourism", TourismLarge.Read(Checkout.DataFolder(bench.Data, TourismLarge.Folder)), 12)),
    ];

    private static Trial[] Trials(string set, Panel panel, int horizon)
    {
        var nodes = Trial.NodesOf(panel);
        return [.. Enumerable.Range(1, Origins).Select(i => Trial.At(set, nodes, panel.Axis.Count - (i * horizon), horizon))];
    }
}
