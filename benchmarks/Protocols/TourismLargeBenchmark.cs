using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Protocols;

/// <summary>
/// 555 nodes of visitor nights, trained to 2014-12, 24 months ahead, as the published figures have it; intervals from more origins.
/// </summary>
internal sealed class TourismLargeBenchmark : IBenchmark
{
    private const int Horizon = 24;
    private const int LastOrigin = 204;
    private const int OriginStep = 6;
    private const double RatioToReach = 0.97;

    public string Name => "tourism-large";

    public string Summary => "real visitor nights by region and purpose, 555 monthly nodes, 24 months ahead";

    public async Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var nodes = Trial.NodesOf(TourismLarge.Read(Checkout.DataFolder(bench.Data, TourismLarge.Folder)));
        var trials = Enumerable.Range(0, bench.Origins(7)).Select(i => Trial.At(Name, nodes, LastOrigin - (i * OriginStep), Horizon))
            .ToArray();
        var (last, all) = (new ScoreBoard(Horizon), new ScoreBoard(Horizon));
        last.Add(NaiveForecasts.SeasonalNaiveName, trials[0], NaiveForecasts.SeasonalNaive(trials[0]));
        if (bench.Peers is not null) await bench.Peers.AddAsync(last, [trials[0]], ["ets"], progress, cancellationToken);
        for (var i = 0; i < trials.Length; i++)
        {
            progress.Report(StepProgress.Of(i, trials.Length, $"origin {i + 1} of {trials.Length}"));
            var forecasts = await bench.Ours.OfAsync(trials[i], cancellationToken);
            if (i == 0) last.Add("ours", trials[i], forecasts);
            all.Add("ours", trials[i], forecasts);
            all.Add(NaiveForecasts.SeasonalNaiveName, trials[i], NaiveForecasts.SeasonalNaive(trials[i]));
        }

        return new Section(Name, "TourismLarge, monthly: region x purpose", [.. Goals(last, all)],
            $"""
            304 series, 555 nodes; trained to 2014-12, the 24 months after held out. Root mean squared error pooled over a level's nodes and
            months; published: the best of each level of ETS, ARIMA and OLS, base or reconciled by mint_shrink.

            {Errors(last)}
            Growth picked up in the test years. Over {trials.Length} origins {OriginStep} months apart, the last the one above:

            {Rolling(all)}
            Intervals over these origins:

            {ScoreTables.Coverage(all, "ours")}
            """);
    }

    private static IEnumerable<Goal> Goals(ScoreBoard last, ScoreBoard all)
    {
        foreach (var (level, best) in TourismLarge.BestPublished)
            yield return Goal.AtMost($"RMSE, {level}", last["ours", level]?.Rmse, best, $"{Figures.Show(best)} (published)");
        yield return Goal.AtMost("geometric mean of ratios to the best published", Ratio(last, "ours"), RatioToReach);
        if (last["R ets", "bottom"] is { } ets)
            yield return Goal.AtMost("CRPS, bottom", last["ours", "bottom"]?.Crps, ets.Crps, $"{Figures.Show(ets.Crps)} (R ets)");
        foreach (var goal in ScoreTables.CoverageGoals(all, "ours", "bottom")) yield return goal;
    }

    private static double Ratio(ScoreBoard board, string method) => Math.Exp(
        TourismLarge.BestPublished.Average(best => Math.Log((board[method, best.Key]?.Rmse ?? double.NaN) / best.Value)));

    private static string Errors(ScoreBoard last)
    {
        var table = new MarkdownTable(["RMSE", .. TourismLarge.BestPublished.Keys, "geometric mean of ratios"]);
        table.Add(["best published", .. TourismLarge.BestPublished.Values.Select(best => Figures.Show(best)), "1"]);
        foreach (var method in last.Methods)
            table.Add([
                method,
                .. TourismLarge.BestPublished.Keys.Select(level => Error(last[method, level])),
                Figures.Show(Ratio(last, method)),
            ]);
        var crps = new MarkdownTable(["CRPS", .. TourismLarge.BestPublished.Keys]);
        foreach (var method in last.Methods.Where(method => !double.IsNaN(last[method, "bottom"]?.Crps ?? double.NaN)))
            crps.Add([method, .. TourismLarge.BestPublished.Keys.Select(level => Figures.Show(last[method, level]?.Crps))]);
        return $"{table}\n{crps}";
    }

    private static string Rolling(ScoreBoard all)
    {
        var table = new MarkdownTable(["RMSSE", .. TourismLarge.BestPublished.Keys]);
        foreach (var method in all.Methods)
            table.Add([method, .. TourismLarge.BestPublished.Keys.Select(level => Figures.Show(all[method, level]?.Rmsse))]);
        return table.ToString();
    }

    private static string Error(Score? score) => score is null ? Figures.Unknown
        : score.Rmse >= 100 ? Figures.Show(score.Rmse) : score.Rmse.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
