using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Protocols;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Experiments;

/// <summary>
/// Daily Chicago cells that are 0 on most days: against methods made for intermittent demand, and against saying 0, which no sum survives.
/// </summary>
internal sealed class IntermittentExperiment : IBenchmark
{
    private const double LeastZeros = 0.6;
    private const double LargestBias = 0.05;
    private const string Ours = "ours";

    public string Name => "intermittent";

    public string Summary => "daily series with over 60% zeros, against Croston, SBA, TSB and the zero forecast";

    public async Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var nodes = Trial.NodesOf(bench.Chicago.Cells(Frequency.Daily));
        var trials = ChicagoRolling.Trials(nodes, bench.Origins(6), "chicago-daily-cells", ChicagoSets.Days);
        var board = new ScoreBoard(ChicagoSets.Days);
        for (var i = 0; i < trials.Count; i++)
        {
            progress.Report(StepProgress.Of(i, trials.Count, $"origin {i + 1} of {trials.Count}"));
            var (trial, past) = (trials[i], trials[i].Past);
            var sparse = trial.Judging(node => node.IsBottom && past[node].Count(value => value == 0) > LeastZeros * past[node].Length);
            board.Add("zero", sparse, NaiveForecasts.Zero(sparse));
            board.Add(NaiveForecasts.SeasonalNaiveName, sparse, NaiveForecasts.SeasonalNaive(sparse));
            board.Add("Croston", sparse, NaiveForecasts.Of(sparse, new Croston()));
            board.Add("SBA", sparse, NaiveForecasts.Of(sparse, new CrostonSba()));
            board.Add("TSB", sparse, NaiveForecasts.Of(sparse, new Tsb()));
            board.Add(Ours, sparse, await bench.Ours.OfAsync(trial, cancellationToken));
        }

        var ours = board[Ours, Level.Bottom]!;
        var best = board.Methods.Where(method => method != Ours).MinBy(method => board[method, Level.Bottom]!.Rmsse)!;
        var error = board[best, Level.Bottom]!.Rmsse;
        return new Section(
            Name,
            "Intermittent demand",
            [
                Goal.AtMost("RMSSE", ours.Rmsse, error, $"{Figures.Show(error)} ({best})"),
                new Goal("bias", ours.Bias, "", -LargestBias, LargestBias),
            ],
            $"""
            Daily Chicago cells of which over 60% of the days up to the origin are 0: {Figures.Count(ours.Nodes)} series x origins
            ({trials.Count} origins 28 days apart), 28 days ahead. MASE and WAPE reward saying 0 there; RMSSE rewards the expected value.

            {ScoreTables.Methods(board, Level.Bottom)}
            """);
    }
}
