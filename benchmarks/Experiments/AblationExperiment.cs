using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Protocols;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Benchmarks.Experiments;

/// <summary>What each part of the engine adds: the error with it left out, alone, or fixed to one choice.</summary>
internal sealed class AblationExperiment : IBenchmark
{
    public string Name => "ablation";

    public string Summary => "the engine without each of its parts, and with each member alone";

    public async Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var trials = await TrialsAsync(bench, cancellationToken);
        var variants = Variants(await MembersAsync(trials[0].Trial, cancellationToken)).ToArray();
        var table = new MarkdownTable(
            ["variant", .. trials.Select(one => $"{one.Name}, bottom"), .. trials.Skip(1).Select(one => $"{one.Name}, levels")]);
        for (var i = 0; i < variants.Length; i++)
        {
            progress.Report(StepProgress.Of(i, variants.Length, variants[i].Name));
            table.Add(await RowAsync(bench, variants[i], trials, cancellationToken));
        }

        return new Section(Name, "Ablation", [],
            $"""
            RMSSE of single series, and its geometric mean over all levels, one origin of each set: Chicago monthly
            (flat, so that nothing is reconciled), Chicago weekly by area, TourismLarge, the sample city. One origin
            ranks parts that differ by several per cent, not closer ones.

            {table}
            """);
    }

    private static async Task<IReadOnlyList<(string Name, Trial Trial)>> TrialsAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var flat = Trial.NodesOf(bench.Chicago.FlatCells(Frequency.Monthly));
        var areas = Trial.NodesOf(bench.Chicago.Areas(Frequency.Weekly));
        var tourism = Trial.NodesOf(TourismLarge.Read(Checkout.DataFolder(bench.Data, TourismLarge.Folder)));
        var city = await bench.Cities.OfAsync(SampleCityBenchmark.Years, cancellationToken);
        return
        [
            ("monthly", Trial.At("chicago-monthly-flat", flat, flat.Periods - 12, 12)),
            ("weekly", Trial.At("chicago-weekly-areas", areas, areas.Periods - ChicagoSets.Weeks, ChicagoSets.Weeks)),
            ("tourism", Trial.At("tourism-large", tourism, tourism.Periods - 24, 24)),
            ("city", await city.AtAsync(city.Options.End, SampleCityBenchmark.Horizon, cancellationToken)),
        ];
    }

    private static Task<IReadOnlyList<string>> MembersAsync(Trial trial, CancellationToken cancellationToken) =>
        Task.Run(
            () => new ForecastEngine(new EngineOptions()).Train(trial.Known, trial.Horizon, null, cancellationToken).Members,
            cancellationToken);

    private static IEnumerable<Variant> Variants(IReadOnlyList<string> members)
    {
        yield return new Variant("**all**", new EngineOptions());
        foreach (var member in members)
            yield return new Variant($"without {member}", new EngineOptions { Members = [.. members.Where(other => other != member)] });
        foreach (var member in members) yield return new Variant($"{member} alone", new EngineOptions { Members = [member] });
        foreach (var method in Enum.GetValues<ReconciliationMethod>())
            yield return new Variant($"reconciled by {method}", new EngineOptions { Reconciliation = method });
        yield return new Variant("without calendar", new EngineOptions()) { Change = PanelVariants.WithoutCalendar };
        yield return new Variant("without population", new EngineOptions())
        {
            Change = panel => panel.WithoutFeatures(name => !IsFeedback(name)),
        };
        yield return new Variant("without feedback", new EngineOptions()) { Change = panel => panel.WithoutFeatures(IsFeedback) };
    }

    private static bool IsFeedback(string feature) => feature is "satisfaction" or "complaint_share";

    private static async Task<string[]> RowAsync(
        Workbench bench, Variant variant, IReadOnlyList<(string Name, Trial Trial)> trials, CancellationToken cancellationToken)
    {
        var (bottoms, levels) = (new List<string>(), new List<string>());
        foreach (var (_, trial) in trials)
        {
            var changed = variant.Change is null ? trial : trial with { Known = variant.Change(trial.Known) };
            var board = new ScoreBoard(trial.Horizon);
            var isPlain = variant.Options == new EngineOptions() && variant.Change is null;
            board.Add("ours", changed, await bench.Ours.OfAsync(changed, variant.Options, isPlain ? "" : variant.Name, cancellationToken));
            bottoms.Add(Figures.Show(board["ours", Level.Bottom]?.Rmsse));
            if (board.Levels.Count > 1)
                levels.Add(Figures.Show(Math.Exp(board.Levels.Average(level => Math.Log(board["ours", level]!.Rmsse)))));
        }

        return [variant.Name, .. bottoms, .. levels];
    }

    /// <param name="Name">In words.</param>
    /// <param name="Options">The engine's settings.</param>
    private sealed record Variant(string Name, EngineOptions Options)
    {
        /// <summary>What is done to the panel; null: nothing.</summary>
        public Func<Panel, Panel>? Change { get; init; }
    }
}
