using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Training;

/// <summary>One training: backtest, weights, reconciliation, intervals, final model.</summary>
internal sealed class Trainer(EngineOptions options, Panel panel, int horizon, IProgress<EngineProgress>? progress, CancellationToken cancellationToken)
{
    private readonly NodePanel _nodes = NodePanel.Of(panel, panel.Schema, options.Season ?? Domain.Time.FrequencyExtensions.DefaultSeason(panel.Axis.Frequency));

    private Hierarchy Hierarchy => _nodes.Hierarchy;

    public TrainedModel Train()
    {
        var plan = BacktestPlan.Origins(_nodes.Periods, horizon, _nodes.Season, options.BacktestOrigins);
        var origins = new List<OriginForecasts>();
        foreach (var origin in plan)
        {
            progress?.Report(new EngineProgress($"backtest {origins.Count + 1} of {plan.Length}", (double)origins.Count / (plan.Length + 1)));
            origins.Add(ForecastFrom(origin));
        }

        var judge = new BacktestJudge(_nodes, origins, horizon);
        var weights = origins.Count == 0 ? EqualWeights() : Combiner.Learn(origins, Hierarchy);
        progress?.Report(new EngineProgress("final model", (double)plan.Length / (plan.Length + 1)));
        var learned = new LearnedState(
            MemberRun.At(_nodes, _nodes.Periods).Pools,
            Enumerable.Range(0, _nodes.Count).ToDictionary(node => Hierarchy.Nodes[node], node => new NodeSettings(weights[node], judge.Variance[node])),
            judge.LevelVariance,
            judge.Intervals);
        var model = new TrainedModel(learned)
        {
            Schema = panel.Schema,
            Trained = panel.Axis,
            Season = _nodes.Season,
            Horizon = horizon,
            Seed = options.Seed,
            Members = [.. StatisticalMembers.All.Select(member => member.Name)],
            LevelWeights = LevelMeans(weights),
            Reconciliation = judge.Method,
            Accuracy = judge.Accuracy,
            Importance = [],
        };
        progress?.Report(new EngineProgress("trained", 1));
        return model;
    }

    private OriginForecasts ForecastFrom(int origin)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = MemberRun.At(_nodes, origin);
        var members = StatisticalMembers.Forecast(_nodes, run.Index, origin, horizon, cancellationToken);
        return new OriginForecasts(origin, members, [.. _nodes.Values.Select(series => Actual(series, origin))]);
    }

    private double[] Actual(double[] series, int origin)
    {
        var actual = new double[horizon];
        for (var h = 0; h < horizon; h++) actual[h] = origin + h < series.Length ? series[origin + h] : double.NaN;
        return actual;
    }

    private double[][] EqualWeights()
    {
        var members = StatisticalMembers.All.Count;
        return [.. Enumerable.Range(0, _nodes.Count).Select(_ => Enumerable.Repeat(1.0 / members, members).ToArray())];
    }

    private Dictionary<string, double[]> LevelMeans(double[][] weights) => Enumerable.Range(0, _nodes.Count)
        .GroupBy(node => Hierarchy.LevelOfNode[node])
        .ToDictionary(
            level => Hierarchy.Levels[level.Key].Name,
            level => Enumerable.Range(0, weights[0].Length).Select(member => level.Average(node => weights[node][member])).ToArray());
}
