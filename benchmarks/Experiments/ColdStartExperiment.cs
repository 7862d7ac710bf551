using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Protocols;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Experiments;

/// <summary>
/// A tenth of the series lose all but their last weeks before the origin: the engine with what is left, against a seasonal naive forecast
/// that had the whole past.
/// </summary>
internal sealed class ColdStartExperiment : IBenchmark
{
    private const int OriginCount = 2;
    private const int OneIn = 10;
    private const string Ours = "ours";
    private const string OursWhole = "ours, whole past";
    private const string Floor = "floor";

    private static readonly int[] WeeksLeft = [0, 1, 4, 8];

    public string Name => "cold-start";

    public string Summary => "a tenth of the series cut to their last 0, 1, 4, 8 weeks";

    public async Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var goals = new List<Goal>();
        var table = new MarkdownTable(
            "set, weeks left", "n", "ours", "ours, whole past", "seasonal naive, whole past", "floor", "ours, bias");
        var work = await CasesAsync(bench, cancellationToken);
        var done = 0;
        foreach (var (set, periodsAWeek, trials) in work)
        {
            foreach (var weeks in WeeksLeft)
            {
                var board = new ScoreBoard(trials[0].Trial.Horizon);
                foreach (var (trial, floor) in trials)
                {
                    progress.Report(
                        StepProgress.Of(done++, work.Sum(one => one.Trials.Count) * WeeksLeft.Length, $"{set}, {weeks} weeks left"));
                    await AddAsync(board, bench, trial, floor, weeks, periodsAWeek, cancellationToken);
                }

                table.Add(Row($"{set}, {weeks}", board));
                var naive = board[NaiveForecasts.SeasonalNaiveName, Level.Bottom]!.Rmsse;
                var ours = board[Ours, Level.Bottom]?.Rmsse;
                goals.Add(
                    Goal.AtMost($"RMSSE, {set}, {weeks} weeks left", ours, naive, $"{Figures.Show(naive)} (seasonal naive, whole past)"));
            }
        }

        return new Section(Name, "Cold start", goals,
            $"""
            One series in {OneIn} (one of each stratum of size) loses all before its last weeks; RMSSE of these series, {OriginCount}
            origins, on the scale of the whole past.

            {table}
            """);
    }

    private static async
        Task<List<(string Set, int PeriodsAWeek, List<(Trial Trial, IReadOnlyDictionary<Node, Prediction>? Floor)> Trials)>>
        CasesAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var city = await bench.Cities.OfAsync(SampleCityBenchmark.Years, cancellationToken);
        var daily = new List<(Trial, IReadOnlyDictionary<Node, Prediction>?)>();
        foreach (var origin in SampleCityBenchmark.Origins(city, bench.Origins(OriginCount)))
            daily.Add((
                await city.AtAsync(origin, SampleCityBenchmark.Horizon, cancellationToken),
                city.Floor(origin, SampleCityBenchmark.Horizon)));
        var nodes = Trial.NodesOf(bench.Chicago.Cells(Frequency.Weekly));
        var weekly = ChicagoRolling.Trials(nodes, bench.Origins(OriginCount), "chicago-weekly-cells", ChicagoSets.Weeks);
        return
        [
            ("sample city, daily", 7, daily),
            ("Chicago, weekly", 1, [.. weekly.Select(trial => (trial, (IReadOnlyDictionary<Node, Prediction>?)null))]),
        ];
    }

    private static async Task AddAsync(
        ScoreBoard board,
        Workbench bench,
        Trial trial,
        IReadOnlyDictionary<Node, Prediction>? floor,
        int weeks,
        int periodsAWeek,
        CancellationToken cancellationToken)
    {
        var series = trial.Known.Keys.Count(key => trial.Outcomes.ContainsKey(new Node(Level.Bottom, key)));
        var chosen = SampleOfNodes.Of(Trial.NodesOf(trial.Known), series / OneIn);
        var judged = trial.Judging(chosen.Contains);
        var first = trial.Known.Axis.Count - (weeks * periodsAWeek);
        var young = trial.Known.Keys.Select(key => chosen.Contains(new Node(Level.Bottom, key))).ToArray();
        var cut = judged with
        {
            Name = $"{trial.Name} with {weeks} weeks left",
            Known = trial.Known.WithValues((i, t, value) => young[i] && t < first ? double.NaN : value),
        };
        board.Add(Ours, cut, await bench.Ours.OfAsync(cut, cancellationToken));
        board.Add(OursWhole, judged, await bench.Ours.OfAsync(trial, cancellationToken));
        board.Add(NaiveForecasts.SeasonalNaiveName, judged, NaiveForecasts.SeasonalNaive(judged));
        if (floor is not null) board.Add(Floor, judged, floor);
    }

    private static string[] Row(string name, ScoreBoard board) =>
    [
        name,
        Figures.Count(board[Ours, Level.Bottom]!.Periods),
        .. new[] { Ours, OursWhole, NaiveForecasts.SeasonalNaiveName, Floor }
            .Select(method => Figures.Show(board[method, Level.Bottom]?.Rmsse)),
        Figures.Percent(board[Ours, Level.Bottom]?.Bias),
    ];
}
