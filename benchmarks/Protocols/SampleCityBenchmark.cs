using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Peers;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Protocols;

/// <summary>
/// The sample city by day: our error beside that of the simulation's own conditional mean, which no forecast can beat but by luck.
/// </summary>
internal sealed class SampleCityBenchmark : IBenchmark
{
    public const int Years = 3;
    public const int Horizon = 28;
    private const int SampleSize = 48;
    private const double RatioToReach = 1.10;
    private const string Ours = "ours";
    private const string Floor = "floor";

    public string Name => "sample-city";

    public string Summary => "simulated city whose truth is known, daily, 28 days ahead";

    public async Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var city = await bench.Cities.OfAsync(Years, cancellationToken);
        var origins = Origins(city, bench.Origins(6));
        var trials = new List<Trial>();
        foreach (var origin in origins) trials.Add(await city.AtAsync(origin, Horizon, cancellationToken));
        var (all, paired) = (new ScoreBoard(Horizon), new ScoreBoard(Horizon));
        var sampled = SampleOfNodes.Of(Trial.NodesOf(trials[^1].Known), SampleSize);
        var some = trials.Select(trial => trial.Judging(sampled.Contains)).ToArray();
        if (bench.Peers is not null) await bench.Peers.AddAsync(paired, some, ["theta", "ets"], progress, cancellationToken);
        for (var i = 0; i < trials.Count; i++)
        {
            progress.Report(StepProgress.Of(i, trials.Count, $"origin {i + 1} of {trials.Count}"));
            all.Add(Floor, trials[i], city.Floor(origins[i], Horizon));
            all.Add(NaiveForecasts.SeasonalNaiveName, trials[i], NaiveForecasts.SeasonalNaive(trials[i]));
            var forecasts = await bench.Ours.OfAsync(trials[i], cancellationToken);
            all.Add(Ours, trials[i], forecasts);
            paired.Add(Floor, some[i], city.Floor(origins[i], Horizon));
            paired.Add(Ours, some[i], forecasts);
        }

        return new Section(Name, "Sample city, daily", [.. Goals(all, paired)],
            $"""
            24 communities, 12 services, {Years} years ([sample-city.md](sample-city.md)), clean files, the panel as the nightly run builds
            it; {trials.Count} origins 28 days apart, 28 days ahead. *Floor*: the simulation's conditional mean, which knows everything
            but future weather and chance.

            {Errors(all)}
            Single series:

            {ScoreTables.Methods(all, Level.Bottom)}
            With R's methods, on a fixed sample of {sampled.Count} series, one of each stratum of size:

            {ScoreTables.Methods(paired, Level.Bottom)}
            Intervals:

            {ScoreTables.Coverage(all, Ours)}
            """);
    }

    /// <summary>Days a horizon apart, the latest first, the last day of the data among them: the truth goes on after it.</summary>
    public static IReadOnlyList<DateOnly> Origins(SampleCity city, int count) =>
        [.. Enumerable.Range(0, count).Select(i => city.Options.End.AddDays(-i * Horizon))];

    private static IEnumerable<Goal> Goals(ScoreBoard all, ScoreBoard paired)
    {
        yield return Goal.AtMost("RMSE over the floor's, single series", Ratio(all, Ours, Level.Bottom), RatioToReach, "1 (the floor)");
        yield return Goal.AtMost(
            "RMSE over the floor's, geometric mean over levels",
            Math.Exp(all.Levels.Average(level => Math.Log(Ratio(all, Ours, level)))),
            RatioToReach,
            "1 (the floor)");
        if (paired[RPeers.Name("ets"), Level.Bottom] is { } ets)
            yield return Goal.AtMost("CRPS, the sample", paired[Ours, Level.Bottom]?.Crps, ets.Crps, $"{Figures.Show(ets.Crps)} (R ets)");
        foreach (var goal in ScoreTables.CoverageGoals(all, Ours, Level.Bottom)) yield return goal;
    }

    private static double Ratio(ScoreBoard board, string method, string level) =>
        (board[method, level]?.Rmse ?? double.NaN) / (board[Floor, level]?.Rmse ?? double.NaN);

    private static string Errors(ScoreBoard all)
    {
        var table = new MarkdownTable("level", "floor, RMSE", "ours, RMSE", "ours / floor", "seasonal naive / floor", "ours, bias");
        foreach (var level in all.Levels)
        {
            table.Add(
                level, Figures.Show(all[Floor, level]?.Rmse), Figures.Show(all[Ours, level]?.Rmse), Figures.Show(Ratio(all, Ours, level)),
                Figures.Show(Ratio(all, NaiveForecasts.SeasonalNaiveName, level)), Figures.Percent(all[Ours, level]?.Bias));
        }

        return table.ToString();
    }
}
