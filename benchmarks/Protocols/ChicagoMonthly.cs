using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Protocols;

/// <summary>
/// 333 series of area x nature by month, the last 12 of 48 months held out, as the published figures have it; intervals from more origins.
/// </summary>
internal sealed class ChicagoMonthly : IBenchmark
{
    private const int Horizon = 12;
    private const int LastOrigin = 36;
    private const int OriginStep = 3;
    private const double MaseToReach = 0.845;
    private const double WapeToReach = 0.51;

    private static readonly (string, double, double)[] Published =
    [
        ("seasonal naive (published)", 1.088, 0.675),
        ("R thetaf (published)", 0.994, 0.643),
        ("R ets (published)", 0.980, 0.636),
        ("R auto.arima (published)", 0.954, 0.604),
        ("mean of these three (published)", 0.927, 0.579),
        ("global gradient boosting, log and window scaled (published)", 0.887, 0.540),
        ("prototype of this project (published)", 0.849, 0.510),
    ];

    public string Name => "chicago-monthly";

    public string Summary => "real service requests by area and nature, 333 monthly series, 12 months ahead";

    public async Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var flat = Trial.At(Name + "-flat", Trial.NodesOf(bench.Chicago.FlatCells(Frequency.Monthly)), LastOrigin, Horizon);
        var nodes = Trial.NodesOf(bench.Chicago.Cells(Frequency.Monthly));
        var trials = Enumerable.Range(0, bench.Origins(5)).Select(i => Trial.At(Name, nodes, LastOrigin - (i * OriginStep), Horizon))
            .ToArray();
        var headline = new ScoreBoard(Horizon);
        headline.Add(NaiveForecasts.SeasonalNaiveName, flat, NaiveForecasts.SeasonalNaive(flat));
        if (bench.Peers is not null) await bench.Peers.AddAsync(headline, [flat], ["theta", "ets", "arima"], progress, cancellationToken);
        headline.Add("ours, flat", flat, await bench.Ours.OfAsync(flat, cancellationToken));
        var tree = new ScoreBoard(Horizon);
        for (var i = 0; i < trials.Length; i++)
        {
            progress.Report(StepProgress.Of(i, trials.Length, $"origin {i + 1} of {trials.Length}"));
            var forecasts = await bench.Ours.OfAsync(trials[i], cancellationToken);
            tree.Add("ours", trials[i], forecasts);
            if (i == 0) headline.Add("ours, bottom of the tree", trials[i].Judging(node => node.IsBottom), forecasts);
        }

        return new Section(Name, "Chicago, monthly: area x nature", [.. Goals(headline, tree)],
            $"""
            333 series of 2011 to 2014 with at least {ChicagoRequests.FewestRequests} requests (duplicates and bad areas left out);
            the last 12 of 48 months are held out.

            {ScoreTables.Methods(headline, Level.Bottom, Published)}
            Intervals, tree of side, area and nature, {trials.Length} origins {OriginStep} months apart:

            {ScoreTables.Coverage(tree, "ours")}
            """);
    }

    private static IEnumerable<Goal> Goals(ScoreBoard headline, ScoreBoard tree)
    {
        var ours = headline["ours, flat", Level.Bottom];
        yield return Goal.AtMost("MASE, flat", ours?.Mase, MaseToReach, ".887 (boosting), .927 (mean of R's three)");
        yield return Goal.AtMost("WAPE, flat", ours?.Wape, WapeToReach, ".540 (boosting), .579 (mean of R's three)");
        yield return Goal.AtMost(
            "MASE, bottom of the tree", headline["ours, bottom of the tree", Level.Bottom]?.Mase, MaseToReach, ".887 (boosting)");
        if (headline["R ets", Level.Bottom] is { } ets)
            yield return Goal.AtMost("CRPS, flat", ours?.Crps, ets.Crps, $"{Figures.Show(ets.Crps)} (R ets)");
        foreach (var goal in ScoreTables.CoverageGoals(tree, "ours", Level.Bottom)) yield return goal;
    }
}
