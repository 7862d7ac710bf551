using System.Diagnostics.CodeAnalysis;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Engine;

/// <summary>
/// Forecasts of a panel of series at all levels of its hierarchy. Call <see cref="Train"/> on the whole panel, <see cref="Predict"/> on
/// the whole or on parts of it, and <see cref="Reconcile"/> to combine the parts into one coherent set. The same panel, settings and seed
/// give identical results on any number of threads.
/// </summary>
public sealed class ForecastEngine
{
    private const string OneObject = "Callers hold one engine; that this step needs no setting today is not theirs to know.";

    private readonly EngineOptions _options;

    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A setting is out of its range.</exception>
    public ForecastEngine(EngineOptions options)
        : this(options, LightGbmLibrary.Loads)
    {
    }

    internal ForecastEngine(EngineOptions options, Func<bool> boosts)
    {
        options.Validate();
        var boosting = options.Boosting && boosts();
        Warnings = options.Boosting && !boosting ? [EngineMessages.NoBoosting()] : [];
        _options = options with { Boosting = boosting };
    }

    /// <summary>Warnings about this machine that reduce accuracy, with the remedy; empty where there are none.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    /// <summary>
    /// Runs the rolling-origin backtest, weights the members, learns reconciliation and intervals, and fits the global models.
    /// </summary>
    /// <param name="horizon">Number of periods ahead, at least 1.</param>
    /// <exception cref="ArgumentException">The panel has no series or no periods, or its calendar ends before the horizon.</exception>
    public TrainedModel Train(
        Panel panel, int horizon, IProgress<EngineProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Check(panel, horizon);
        return new Trainer(_options, panel, horizon, progress, cancellationToken).Train();
    }

    /// <summary>Forecasts the nodes over a panel, each node on its own.</summary>
    /// <param name="shard">
    /// The panel of the training, or a part of it: some of its series, or series summed over some key columns. A summed panel has a
    /// schema with the remaining columns only; the result has only the levels of these columns, under their names in the whole panel.
    /// </param>
    /// <param name="filter">Filter for the nodes to forecast; null for all nodes.</param>
    /// <exception cref="ArgumentException">
    /// The panel has other columns or another frequency than the model, or its calendar is too short.
    /// </exception>
    [SuppressMessage("Performance", "CA1822", Justification = OneObject)]
    public BaseForecasts Predict(
        TrainedModel model,
        Panel shard,
        Func<Node, bool>? filter = null,
        IProgress<EngineProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Check(shard, model.Horizon);
        if (shard.Axis.Frequency != model.Trained.Frequency)
            throw new ArgumentException($"The panel is {shard.Axis.Frequency}, the model {model.Trained.Frequency}.", nameof(shard));
        var forecasts = new Predictor(model, shard, cancellationToken).Predict(filter);
        progress?.Report(new EngineProgress("forecast", 1));
        return forecasts;
    }

    /// <summary>
    /// Makes the forecasts of all parts coherent and adds the intervals. Series are 0 or more, and every node is exactly the sum of its
    /// series.
    /// </summary>
    /// <exception cref="ArgumentException">There is no part, the parts have different periods, or a node is forecast twice.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = OneObject)]
    public ForecastSet Reconcile(TrainedModel model, IReadOnlyList<BaseForecasts> parts, CancellationToken cancellationToken = default) =>
        CoherentSet.Make(model, parts, cancellationToken);

    /// <summary>Trains, predicts and reconciles in one call.</summary>
    public ForecastSet Run(
        Panel panel, int horizon, IProgress<EngineProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var model = Train(panel, horizon, progress, cancellationToken);
        return Reconcile(model, [Predict(model, panel, null, progress, cancellationToken)], cancellationToken);
    }

    /// <summary>
    /// Runs a backtest from several past origins. Each origin has a new training on the data known at that time, and the forecasts are
    /// compared with actual values. The last origin is one horizon before the end; the others are <paramref name="step"/> periods apart.
    /// </summary>
    /// <exception cref="ArgumentException">The panel is too short for the number of origins.</exception>
    public BacktestResult Backtest(
        Panel panel, int horizon, int origins, int step, IProgress<EngineProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Check(panel, horizon);
        ArgumentOutOfRangeException.ThrowIfLessThan(origins, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        var first = panel.Axis.Count - horizon - ((origins - 1) * step);
        if (first < 1)
        {
            throw new ArgumentException(
                $"{origins} origins {step} apart with a horizon of {horizon} need more than {horizon + ((origins - 1) * step)} periods; "
                + $"the panel has {panel.Axis.Count}.",
                nameof(panel));
        }

        return RollingBacktest.Run(
            this, _options, panel, horizon, [.. Enumerable.Range(0, origins).Select(i => first + (i * step))], progress, cancellationToken);
    }

    private static void Check(Panel panel, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        if (panel.Keys.Count == 0) throw new ArgumentException("The panel has no series.", nameof(panel));
        if (panel.Axis.Count == 0) throw new ArgumentException("The panel has no period.", nameof(panel));
        if (panel.Calendar.Count < panel.Axis.Count + (long)horizon)
            throw new ArgumentException(
                $"The calendar covers {panel.Calendar.Count} periods; {panel.Axis.Count + horizon} are needed.", nameof(panel));
    }
}
