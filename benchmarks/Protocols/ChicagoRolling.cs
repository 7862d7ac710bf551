using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Peers;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Protocols;

/// <summary>
/// Chicago's requests by week or day from several origins a horizon apart, the last a horizon before the end, beside R's methods run here.
/// </summary>
/// <param name="name">What <c>--set</c> calls it.</param>
/// <param name="title">Heading.</param>
/// <param name="panel">The series.</param>
/// <param name="horizon">Periods ahead, and between origins.</param>
/// <param name="unit">What a period is called.</param>
/// <param name="methods">R's methods.</param>
/// <param name="note">What a reader should know of these methods.</param>
/// <param name="sample">Series that R's methods are fitted to.</param>
internal sealed class ChicagoRolling(
    string name, string title, Func<ChicagoRequests, Panel> panel, int horizon, string unit, IReadOnlyList<string> methods, string note,
    int sample) : IBenchmark
{
    private const int OriginCount = 6;
    private const double RatioToReach = 0.95;
    private const string Ours = "ours";

    public string Name => name;

    public string Summary => $"real service requests, {title}, {horizon} {unit}s ahead";

    public async Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var nodes = Trial.NodesOf(panel(bench.Chicago));
        var trials = Trials(nodes, bench.Origins(OriginCount), name, horizon);
        var sampled = SampleOfNodes.Of(nodes, bench.IsQuick ? sample / 4 : sample);
        var (all, paired) = (new ScoreBoard(horizon), new ScoreBoard(horizon));
        var some = trials.Select(trial => trial.Judging(sampled.Contains)).ToArray();
        foreach (var trial in some) paired.Add(NaiveForecasts.SeasonalNaiveName, trial, NaiveForecasts.SeasonalNaive(trial));
        if (bench.Peers is not null) await bench.Peers.AddAsync(paired, some, methods, progress, cancellationToken);
        for (var i = 0; i < trials.Count; i++)
        {
            progress.Report(StepProgress.Of(i, trials.Count, $"origin {i + 1} of {trials.Count}"));
            var forecasts = await bench.Ours.OfAsync(trials[i], cancellationToken);
            all.Add(NaiveForecasts.SeasonalNaiveName, trials[i], NaiveForecasts.SeasonalNaive(trials[i]));
            all.Add(Ours, trials[i], forecasts);
            paired.Add(Ours, some[i], forecasts);
        }

        var series = nodes.Hierarchy.SeriesCount;
        var part = sampled.Count == series ? "" : $", on a fixed sample of {sampled.Count} series, one of each stratum of size";
        return new Section(Name, $"Chicago, {title}", [.. Goals(all, paired)],
            $"""
            {series} series of 2011 to 2014; {trials.Count} origins {horizon} {unit}s apart, {horizon} {unit}s ahead, the last to
            the end of the data. All series:

            {ScoreTables.Methods(all, Level.Bottom)}
            With R's methods{part}; {note}:

            {ScoreTables.Methods(paired, Level.Bottom)}
            Intervals:

            {ScoreTables.Coverage(all, Ours)}
            """);
    }

    /// <summary>Trials a horizon apart, the latest first, whose last ends with the panel.</summary>
    public static IReadOnlyList<Trial> Trials(NodePanel nodes, int count, string set, int horizon) =>
        [.. Enumerable.Range(1, count).Select(i => Trial.At(set, nodes, nodes.Periods - (i * horizon), horizon))];

    private static IEnumerable<Goal> Goals(ScoreBoard all, ScoreBoard paired)
    {
        var ours = paired[Ours, Level.Bottom];
        foreach (var (measure, of) in ((string, Func<Score, double>)[])[("MASE", score => score.Mase), ("RMSSE", score => score.Rmsse)])
        {
            var best = paired.Methods.Where(method => method != Ours && paired[method, Level.Bottom] is not null)
                .MinBy(method => of(paired[method, Level.Bottom]!))!;
            var error = of(paired[best, Level.Bottom]!);
            yield return Goal.AtMost(
                $"{measure}, the sample", ours is null ? null : of(ours), RatioToReach * error, $"{Figures.Show(error)} ({best})");
        }

        if (paired[RPeers.Name("ets"), Level.Bottom] is { } ets)
            yield return Goal.AtMost("CRPS, the sample", ours?.Crps, ets.Crps, $"{Figures.Show(ets.Crps)} (R ets)");
        foreach (var goal in ScoreTables.CoverageGoals(all, Ours, Level.Bottom)) yield return goal;
    }
}
