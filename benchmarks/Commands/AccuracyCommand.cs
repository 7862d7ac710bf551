using System.CommandLine;
using CommunityDemand.Benchmarks.Protocols;
using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Peers;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models;

namespace CommunityDemand.Benchmarks.Commands;

/// <summary>Runs accuracy benchmarks and writes what they found.</summary>
internal static class AccuracyCommand
{
    private static readonly IReadOnlyList<IBenchmark> All = [new ChicagoMonthly(), .. ChicagoSets.Rolling, new TourismLargeBenchmark(), new SampleCityBenchmark()];

    public static Command Create()
    {
        var sets = new Option<string[]>("--set") { Description = $"Run this one alone; may be repeated. {Listed()}", HelpName = "NAME", DefaultValueFactory = _ => [] };
        sets.AcceptOnlyFromAmong([.. All.Select(benchmark => benchmark.Name)]);
        var peers = new Option<bool>("--peers") { Description = "Fit the methods of R's package forecast too; fits are kept, so that only the first run is long", DefaultValueFactory = _ => true };
        var noPeers = new Option<bool>("--no-peers") { Description = "Leave R out" };
        var output = new Option<FileInfo?>("--output") { Description = "File to write; sections of sets that are not run stay as it has them. Default: docs/accuracy.md; with --quick none", HelpName = "FILE" };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of the published data", HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo(Checkout.DefaultData) };
        var cache = new Option<DirectoryInfo>("--cache") { Description = "Folder that keeps R's fits", HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Checkout.Root, "benchmarks", ".cache")) };
        var quick = new Option<bool>("--quick") { Description = "One origin and small samples: a first impression" };
        var command = new Command("accuracy", "Measure forecasts on published data and on the sample city against peers, and write docs/accuracy.md") { sets, peers, noPeers, output, data, cache, quick };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var r = parsed.GetValue(peers) && !parsed.GetValue(noPeers)
                ? await PeersAsync(parsed.GetRequiredValue(cache), terminal, cancellationToken)
                : null;
            var bench = new Workbench(parsed.GetRequiredValue(data).FullName, r, parsed.GetValue(quick));
            var chosen = parsed.GetRequiredValue(sets) is { Length: > 0 } names ? [.. All.Where(benchmark => names.Contains(benchmark.Name))] : All;
            var file = parsed.GetValue(output) ?? (bench.IsQuick ? null : new FileInfo(Path.Combine(Checkout.Root, "docs", "accuracy.md")));
            return await RunAsync(bench, chosen, file, terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<RPeers> PeersAsync(DirectoryInfo cache, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var fault = await RScript.FaultAsync(cancellationToken);
        if (fault is not null) terminal.Say($"NOTE: {fault}");
        return new RPeers(new PeerCache(cache.FullName), canFit: fault is null);
    }

    private static async Task<int> RunAsync(
        Workbench bench, IReadOnlyList<IBenchmark> chosen, FileInfo? file, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        foreach (var warning in new ForecastEngine(new EngineOptions()).Warnings) terminal.Say($"NOTE: {warning}");
        for (var i = 0; i < chosen.Count; i++)
        {
            var section = await terminal.Progress.RunAsync(
                $"{i + 1}/{chosen.Count} {chosen[i].Name}", progress => chosen[i].RunAsync(bench, progress, cancellationToken));
            await terminal.Output.WriteLineAsync(section.Markdown());
            if (file is not null) await KeepAsync(file, section, cancellationToken);
        }

        if (bench.Peers is { Fallbacks: > 0 } peers) terminal.Say($"NOTE: R's methods refused {peers.Fallbacks} fits; the seasonal naive forecast stands in for them.");
        if (file is not null) terminal.Say($"Written to {file.FullName}.");
        return Judge(bench.Ours.Coherence, terminal);
    }

    /// <summary>Written after each set: an interrupted run leaves what it found.</summary>
    private static async Task KeepAsync(FileInfo file, Section section, CancellationToken cancellationToken)
    {
        var document = await AccuracyDocument.ReadAsync(file.FullName, cancellationToken);
        document.Replace(section);
        await document.WriteAsync(file.FullName, [.. All.Select(benchmark => benchmark.Name)], cancellationToken);
    }

    private static int Judge(Coherence coherence, CommandTerminal terminal)
    {
        foreach (var failure in coherence.Failures) terminal.Say($"FAILED: {failure}.");
        if (coherence.Failures.Count > 0) return ExitCode.Failure;
        terminal.Say(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{coherence.Sets} sets of forecasts: all add up (worst difference {coherence.Worst:e1}), none is negative."));
        return ExitCode.Success;
    }

    private static string Listed() => string.Join("; ", All.Select(benchmark => $"{benchmark.Name}: {benchmark.Summary}"));
}
