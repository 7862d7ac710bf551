using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Peers;
using CommunityDemand.Benchmarks.Protocols;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Experiments;

/// <summary>
/// Lockdowns and level shifts put into real and simulated pasts: the engine against itself on the unbroken past, and against others on the
/// broken one.
/// </summary>
internal sealed class BreakExperiment : IBenchmark
{
    private const double LargestLoss = 1.10;
    private const string Broken = "ours";
    private const string Whole = "ours, unbroken";

    public string Name => "breaks";

    public string Summary => "lockdowns in the past, level shifts before the origin";

    public async Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var goals = new List<Goal>();
        var table = new MarkdownTable("set, break", "n", "ours, unbroken", "ours", "loss", "seasonal naive", "R", "ours, bias");
        var cases = await CasesAsync(bench, cancellationToken);
        var done = 0;
        foreach (var (set, periodsAWeek, method, trials) in cases)
        {
            foreach (var scenario in Break.Scenarios)
            {
                progress.Report(StepProgress.Of(done++, cases.Count * Break.Scenarios.Count, $"{set}, {scenario[0].Name}"));
                var boards = await RunAsync(bench, trials, scenario, periodsAWeek, method, progress, cancellationToken);
                for (var i = 0; i < scenario.Count; i++)
                {
                    table.Add(Row($"{set}: {scenario[i].Name}", boards[i], method));
                    var unbroken = boards[i][Whole, Level.Bottom]!.Rmsse;
                    var broken = boards[i][Broken, Level.Bottom]?.Rmsse;
                    goals.Add(Goal.AtMost(
                        $"RMSSE, {set}: {scenario[i].Name}", broken, LargestLoss * unbroken, $"{Figures.Show(unbroken)} (ours, unbroken)"));
                }
            }
        }

        return new Section(Name, "Breaks", goals,
            $"""
            Demand is multiplied by 0.1 during a lockdown (all series); by the factor from six weeks before the origin on
            (a third of the series each). RMSSE of the series struck, on the scale of the unbroken past (times the factor, where the level
            stays changed); *unbroken*: the engine on the past without the break. R: stlf (weekly), ets (daily).

            {table}
            """);
    }

    private static async Task<List<(string Set, int PeriodsAWeek, string Method, IReadOnlyList<Trial> Trials)>> CasesAsync(
        Workbench bench, CancellationToken cancellationToken)
    {
        var weekly = Trial.NodesOf(bench.Chicago.Areas(Frequency.Weekly));
        var daily = Trial.NodesOf(bench.Chicago.Areas(Frequency.Daily));
        var city = await bench.Cities.OfAsync(SampleCityBenchmark.Years, cancellationToken);
        var simulated = new List<Trial>();
        foreach (var origin in SampleCityBenchmark.Origins(city, bench.Origins(2)))
            simulated.Add(await city.AtAsync(origin, SampleCityBenchmark.Horizon, cancellationToken));
        return
        [
            ("Chicago, weekly", 1, "stlf", ChicagoRolling.Trials(weekly, bench.Origins(3), "chicago-weekly-areas", ChicagoSets.Weeks)),
            (
                "Chicago, daily",
                7,
                "ets",
                Sampled(ChicagoRolling.Trials(daily, bench.Origins(2), "chicago-daily-areas", ChicagoSets.Days), 36)),
            ("sample city, daily", 7, "ets", Sampled(simulated, 72)),
        ];
    }

    /// <summary>Judged on a sample that R can fit in reasonable time; breaks strike all the same.</summary>
    private static IReadOnlyList<Trial> Sampled(IReadOnlyList<Trial> trials, int size) =>
        [.. trials.Select(
            trial => SampleOfNodes.Of(Trial.NodesOf(trial.Known), size) is var sample ? trial.Judging(sample.Contains) : trial)];

    private static async Task<ScoreBoard[]> RunAsync(
        Workbench bench,
        IReadOnlyList<Trial> trials,
        IReadOnlyList<Break> scenario,
        int periodsAWeek,
        string method,
        IProgress<StepProgress> progress,
        CancellationToken cancellationToken)
    {
        var boards = scenario.Select(_ => new ScoreBoard(trials[0].Horizon)).ToArray();
        var broken = trials.Select(trial => trial with
        {
            Name = $"{trial.Name} with {string.Join(" and ", scenario.Select(one => one.Name))}",
            Known = scenario.Aggregate(trial.Known, (panel, one) => one.In(panel, periodsAWeek)),
        }).ToArray();
        for (var i = 0; i < scenario.Count; i++)
        {
            var struck = broken.Select(scenario[i].Of).ToArray();
            for (var t = 0; t < trials.Count; t++)
            {
                var unstruck = scenario[i].Of(trials[t]);
                boards[i]
                    .Add(Whole, trials[t].Judging(unstruck.Outcomes.ContainsKey), await bench.Ours.OfAsync(trials[t], cancellationToken));
                boards[i].Add(Broken, struck[t], await bench.Ours.OfAsync(broken[t], cancellationToken));
                boards[i].Add(NaiveForecasts.SeasonalNaiveName, struck[t], NaiveForecasts.SeasonalNaive(struck[t]));
            }

            if (bench.Peers is not null) await bench.Peers.AddAsync(boards[i], struck, [method], progress, cancellationToken);
        }

        return boards;
    }

    private static string[] Row(string name, ScoreBoard board, string method)
    {
        var (whole, broken) = (board[Whole, Level.Bottom]!, board[Broken, Level.Bottom]!);
        return
        [
            name,
            Figures.Count(broken.Periods),
            Figures.Show(whole.Rmsse),
            Figures.Show(broken.Rmsse),
            Figures.Percent((broken.Rmsse / whole.Rmsse) - 1),
            Figures.Show(board[NaiveForecasts.SeasonalNaiveName, Level.Bottom]?.Rmsse),
            Figures.Show(board[RPeers.Name(method), Level.Bottom]?.Rmsse),
            Figures.Percent(broken.Bias),
        ];
    }
}
