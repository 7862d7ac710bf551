using System.CommandLine;
using CommunityDemand.Benchmarks.Experiments;
using CommunityDemand.Benchmarks.Peers;
using CommunityDemand.Benchmarks.Protocols;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Benchmarks.Commands;

/// <summary>Runs accuracy benchmarks and writes what they found.</summary>
internal static class AccuracyCommand
{
    private static readonly IReadOnlyList<IBenchmark> All =
    [
        new ChicagoMonthly(), .. ChicagoSets.Rolling, new TourismLargeBenchmark(), new SampleCityBenchmark(),
        new ColdStartExperiment(), new IntermittentExperiment(), new HolidayExperiment(), new BreakExperiment(), new AblationExperiment(),
    ];

    public static Command Create()
    {
        var options = new AccuracyOptions([.. All.Select(benchmark => benchmark.Name)]);
        var command = new Command(
            "accuracy",
            $"Measure forecasts on published data and on the sample city against peers, and write docs/accuracy.md.\n\nSets:\n{Listed()}");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var peers = options.WithPeers(parsed) ? await PeersAsync(options.Cache(parsed), terminal, cancellationToken) : null;
            var bench = new Workbench(options.Data(parsed), peers, options.IsQuick(parsed));
            var chosen = All.Where(benchmark => options.Chosen(parsed).Contains(benchmark.Name)).ToArray();
            return await RunAsync(bench, chosen, options.Output(parsed), terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<RPeers> PeersAsync(string cache, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var fault = await RScript.FaultAsync(cancellationToken);
        if (fault is not null) terminal.Say($"NOTE: {fault}");
        return new RPeers(new PeerCache(cache), canFit: fault is null);
    }

    private static async Task<int> RunAsync(
        Workbench bench, IBenchmark[] chosen, FileInfo? file, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        foreach (var warning in new ForecastEngine(new EngineOptions()).Warnings)
            terminal.Say($"NOTE: {MessageTexts.English.Render(warning)}");
        var failures = new List<string>();
        for (var i = 0; i < chosen.Length; i++)
        {
            var found = await terminal.Progress.RunAsync(
                $"{i + 1}/{chosen.Length} {chosen[i].Name}", progress => chosen[i].RunAsync(bench, progress, cancellationToken));
            var coherence = bench.Ours.TakeCoherence();
            failures.AddRange(coherence?.Failures ?? []);
            var section = coherence is null ? found : found.With(coherence);
            await terminal.Output.WriteLineAsync(section.Markdown());
            if (file is not null) await KeepAsync(file, section, cancellationToken);
        }

        if (bench.Peers is { Fallbacks: > 0 } peers)
            terminal.Say($"NOTE: R's methods refused {peers.Fallbacks} fits; the seasonal naive forecast stands in for them.");
        if (file is not null) terminal.Say($"Written to {file.FullName}.");
        foreach (var failure in failures) terminal.Say($"FAILED: {failure}.");
        return failures.Count > 0 ? ExitCode.Failure : ExitCode.Success;
    }

    /// <summary>Written after each set: an interrupted run leaves what it found.</summary>
    private static async Task KeepAsync(FileInfo file, Section section, CancellationToken cancellationToken)
    {
        var document = await AccuracyDocument.ReadAsync(file.FullName, cancellationToken);
        document.Replace(section);
        await document.WriteAsync(file.FullName, [.. All.Select(benchmark => benchmark.Name)], cancellationToken);
    }

    private static string Listed() => string.Join('\n', All.Select(benchmark => $"  {benchmark.Name,-20}  {benchmark.Summary}"));
}
