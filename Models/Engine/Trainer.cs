using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Explaining;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Engine;

/// <summary>One training: backtest, weights, reconciliation, intervals and final model.</summary>
internal sealed class Trainer(
    EngineOptions options, Panel panel, int horizon, IProgress<EngineProgress>? progress, CancellationToken cancellationToken)
{
    /// <summary>Number of past origins that share one calendar: the first of them learns the calendar, the others reuse it.</summary>
    private const int CalendarEvery = 6;

    private readonly PanelHistory _history = new(
        NodePanel.Of(panel, panel.Schema, SeasonChoice.Of(options, panel, horizon, cancellationToken)), horizon);

    private int _step;
    private int _steps;

    private NodePanel Nodes => _history.Nodes;

    private Hierarchy Hierarchy => Nodes.Hierarchy;

    /// <summary>Members that take part, in the order of the weights.</summary>
    private string[] Members { get; } = [.. StatisticalMembers.Names
        .Concat(options.Boosting ? GlobalModels.MemberNames : [])
        .Where(name => options.Members is not { } some || some.Contains(name))];

    private bool HasGlobal => Members.Any(GlobalModels.MemberNames.Contains);

    public TrainedModel Train()
    {
        var plan = BacktestPlan.Origins(Nodes.Periods, horizon, Nodes.Season, options.BacktestOrigins);
        _steps = plan.Length + 3;
        var views = HasGlobal ? PastViews() : [];
        var (weights, judge) = Backtest(plan, views);
        Report("final model");
        var global = HasGlobal ? GlobalModels.Fit(views, _history, Nodes.Periods, options.ForBoosting) : null;
        var run = MemberRun.At(_history, Nodes.Periods);
        var learned = new LearnedState(
            run.Pools,
            global,
            Enumerable.Range(0, Nodes.Count).ToDictionary(
                node => Hierarchy.Nodes[node], node => new NodeSettings(weights[node], judge.Variance[node])),
            judge.LevelVariance,
            judge.Intervals,
            FeatureEffects.Learn(run));
        var model = new TrainedModel(learned)
        {
            Schema = panel.Schema,
            Trained = panel.Axis,
            Season = Nodes.Season,
            Horizon = horizon,
            Seed = options.Seed,
            Members = Members,
            LevelWeights = LevelMeans(weights),
            Reconciliation = judge.Method,
            Accuracy = judge.Accuracy,
            Importance = global?.Importance ?? [],
        };
        progress?.Report(new EngineProgress("trained", 1));
        return model;
    }

    /// <summary>
    /// Forecasts from every origin, and learns weights, reconciliation and intervals. The members' forecasts are released before the last
    /// two steps, because they are most of the memory of a training.
    /// </summary>
    private (float[][] Weights, BacktestJudge Judge) Backtest(int[] plan, FeatureRows[] views)
    {
        var (weights, windows, combined) = Combine(plan, views);
        return (weights, new BacktestJudge(Nodes, windows, combined, horizon, options.Reconciliation, cancellationToken));
    }

    private (float[][] Weights, BacktestWindow[] Windows, float[][] Combined) Combine(int[] plan, FeatureRows[] views)
    {
        var origins = new List<OriginForecasts>();
        foreach (var origin in plan)
        {
            Report($"backtest {origins.Count + 1} of {plan.Length}");
            origins.Add(ForecastFrom(origin, views));
        }

        Report("weights, intervals");
        if (origins.Count == 0) return (EqualWeights(), [], []);
        var combiner = new Combiner(origins, Hierarchy);
        return (combiner.Learn(), [.. origins.Select(origin => origin.Window)],
            [.. Enumerable.Range(0, origins.Count).Select(combiner.CombineWithout)]);
    }

    private void Report(string step) => progress?.Report(new EngineProgress(step, (double)_step++ / _steps));

    /// <summary>Features at past origins, shared by all fitted models: each model uses origins before its own cut.</summary>
    private FeatureRows[] PastViews()
    {
        Report("features");
        var origins = TrainingSample.Origins(_history);
        var scales = _history.ScalesAt(origins);
        return [.. origins.Select((origin, i) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return MemberRun.At(_history, origin, scales[i], origins[i - (i % CalendarEvery)]).Features;
        })];
    }

    private OriginForecasts ForecastFrom(int origin, FeatureRows[] views)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = MemberRun.At(_history, origin);
        var global = HasGlobal ? GlobalModels.Fit(views, _history, origin, options.ForBoosting) : null;
        var scales = new float[Nodes.Count];
        Parallel.For(0, scales.Length, node => scales[node] = Nodes.First[node] >= origin
            ? 0
            : (float)Accuracy.SeasonalNaiveRootScale(Nodes.Copy(node, Nodes.First[node]..origin), Nodes.Season));
        return new OriginForecasts(Nodes, origin, MemberForecaster.All(run, Members, global, cancellationToken), scales);
    }

    private float[][] EqualWeights() =>
        [.. Enumerable.Range(0, Nodes.Count).Select(_ => Enumerable.Repeat(1f / Members.Length, Members.Length).ToArray())];

    private Dictionary<string, float[]> LevelMeans(float[][] weights) => Enumerable.Range(0, Nodes.Count)
        .GroupBy(node => Hierarchy.LevelOfNode[node])
        .ToDictionary(
            level => Hierarchy.Levels[level.Key].Name,
            level => Enumerable.Range(0, Members.Length).Select(member => level.Average(node => weights[node][member])).ToArray());
}
