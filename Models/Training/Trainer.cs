using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Training;

/// <summary>One training: backtest, weights, reconciliation, intervals, final model.</summary>
internal sealed class Trainer(EngineOptions options, Panel panel, int horizon, IProgress<EngineProgress>? progress, CancellationToken cancellationToken)
{
    /// <summary>Of the past's origins each of this many learns calendars anew; those after it take them over.</summary>
    private const int CalendarEvery = 6;

    private readonly PanelHistory _history = new(
        NodePanel.Of(panel, panel.Schema, options.Season ?? Domain.Time.FrequencyExtensions.DefaultSeason(panel.Axis.Frequency)), horizon);

    private NodePanel Nodes => _history.Nodes;

    private Hierarchy Hierarchy => Nodes.Hierarchy;

    public TrainedModel Train()
    {
        var views = options.Boosting ? PastViews() : [];
        var plan = BacktestPlan.Origins(Nodes.Periods, horizon, Nodes.Season, options.BacktestOrigins);
        var origins = new List<OriginForecasts>();
        foreach (var origin in plan)
        {
            progress?.Report(new EngineProgress($"backtest {origins.Count + 1} of {plan.Length}", (double)origins.Count / (plan.Length + 1)));
            origins.Add(ForecastFrom(origin, views));
        }

        var judge = new BacktestJudge(Nodes, origins, horizon, options.Reconciliation);
        var weights = origins.Count == 0 ? EqualWeights() : Combiner.Learn(origins, Hierarchy);
        progress?.Report(new EngineProgress("final model", (double)plan.Length / (plan.Length + 1)));
        var boosted = options.Boosting ? BoostedModel.Fit(views, _history, Nodes.Periods, options) : null;
        var learned = new LearnedState(
            MemberRun.At(_history, Nodes.Periods).Pools,
            boosted,
            Enumerable.Range(0, Nodes.Count).ToDictionary(node => Hierarchy.Nodes[node], node => new NodeSettings(weights[node], judge.Variance[node])),
            judge.LevelVariance,
            judge.Intervals);
        var model = new TrainedModel(learned)
        {
            Schema = panel.Schema,
            Trained = panel.Axis,
            Season = Nodes.Season,
            Horizon = horizon,
            Seed = options.Seed,
            Members = MemberNames(),
            LevelWeights = LevelMeans(weights),
            Reconciliation = judge.Method,
            Accuracy = judge.Accuracy,
            Importance = boosted?.Importance ?? [],
        };
        progress?.Report(new EngineProgress("trained", 1));
        return model;
    }

    private string[] MemberNames() => AllMembers.Names(options.Boosting);

    /// <summary>Features at origins of the past, shared by all models that are fitted: each uses those before its own cut.</summary>
    private (int Origin, FeatureRows Rows)[] PastViews()
    {
        progress?.Report(new EngineProgress("features", 0));
        var origins = TrainingSample.Origins(_history);
        var scales = _history.ScalesAt(origins);
        return [.. origins.Select((origin, i) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (origin, MemberRun.At(_history, origin, scales[i], origins[i - (i % CalendarEvery)]).Features);
        })];
    }

    private OriginForecasts ForecastFrom(int origin, (int Origin, FeatureRows Rows)[] views)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = MemberRun.At(_history, origin);
        var boosted = options.Boosting ? BoostedModel.Fit(views, _history, origin, options) : null;
        var members = AllMembers.Forecast(run, options.Boosting, boosted, cancellationToken);
        for (var m = 0; m < members.Length; m++) if (options.Members is { } some && !some.Contains(MemberNames()[m])) members[m] = new double[Nodes.Count][];
        var scales = Enumerable.Range(0, Nodes.Count).Select(node =>
            Nodes.First[node] >= origin ? 0 : Accuracy.SeasonalNaiveRootScale(Nodes.Values[node].AsSpan(Nodes.First[node]..origin), Nodes.Season));
        return new OriginForecasts(origin, members, [.. Nodes.Values.Select(series => Actual(series, origin))], [.. scales]);
    }

    private double[] Actual(double[] series, int origin)
    {
        var actual = new double[horizon];
        for (var h = 0; h < horizon; h++) actual[h] = origin + h < series.Length ? series[origin + h] : double.NaN;
        return actual;
    }

    private double[][] EqualWeights()
    {
        var members = MemberNames().Length;
        return [.. Enumerable.Range(0, Nodes.Count).Select(_ => Enumerable.Repeat(1.0 / members, members).ToArray())];
    }

    private Dictionary<string, double[]> LevelMeans(double[][] weights) => Enumerable.Range(0, Nodes.Count)
        .GroupBy(node => Hierarchy.LevelOfNode[node])
        .ToDictionary(
            level => Hierarchy.Levels[level.Key].Name,
            level => Enumerable.Range(0, weights[0].Length).Select(member => level.Average(node => weights[node][member])).ToArray());
}
