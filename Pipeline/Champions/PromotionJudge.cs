using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Decides between champion and challenger by their errors on the same days. Errors on different days would tell more about the days than
/// about the models, even relative to a benchmark.
/// </summary>
internal sealed class PromotionJudge(IOptions<RunOptions> options)
{
    private double Tolerance => options.Value.PromotionTolerance;

    /// <param name="panel">Training panel of the challenger.</param>
    public Promotion Judge(
        Champion champion, TrainedModel challenger, ForecastEngine engine, Panel panel, IProgress<EngineProgress>? progress,
        CancellationToken cancellationToken)
    {
        var (ours, theirs) = (challenger.Version, champion.Model.Version);
        if (ours == theirs) return Promotion.Repeat(theirs, PromotionMessages.Same());
        if (champion.Data?.Problems is [var problem, ..])
            return Promotion.Promote(ours, theirs, PromotionMessages.BrokenData(theirs, problem));
        if (!HaveSameFeatures(champion.Model, challenger))
            return Promotion.Promote(ours, theirs, PromotionMessages.OtherFeatures(theirs));
        if (panel.Axis.Count <= 2 * challenger.Horizon)
            return Promotion.Promote(ours, theirs, PromotionMessages.ShortPast(panel.Axis.Frequency, challenger.Horizon));

        var unseen = panel.Axis.Count - 1 - panel.Axis.IndexOf(champion.LastDay.ToDateTime(TimeOnly.MinValue));
        if (unseen >= challenger.Horizon) return OnUnseenDays(champion, challenger, engine, panel, cancellationToken);
        return IsOfOtherSettings(champion, out var settings)
            && Rematch(settings!, champion, challenger, panel, progress, cancellationToken) is { } rematch
            ? rematch
            : OnSeenDays(champion, challenger, engine, panel, cancellationToken);
    }

    // Compares the saved champion with a model that has the challenger's settings and program but is trained only on earlier data.
    private Promotion OnUnseenDays(
        Champion champion, TrainedModel challenger, ForecastEngine engine, Panel panel, CancellationToken cancellationToken)
    {
        var days = new SameDays(panel, challenger.Horizon);
        var trial = engine.Run(days.Past, challenger.Horizon, cancellationToken: cancellationToken);
        return Decide(
            challenger, champion, days.Compare(trial, Replay(engine, champion.Model, days, cancellationToken)),
            PromotionMessages.UnseenDays(panel.Axis.Frequency, challenger.Horizon, days.First));
    }

    // Two backtests of one panel have the same origins, so both ratios have the same seasonal naive forecast.
    private Promotion? Rematch(
        EngineOptions settings, Champion champion, TrainedModel challenger, Panel panel, IProgress<EngineProgress>? progress,
        CancellationToken cancellationToken)
    {
        var rival = new ForecastEngine(settings).Train(panel, challenger.Horizon, progress, cancellationToken);
        return Skill.Compare(challenger.Accuracy, rival.Accuracy, challenger.Horizon) is { } skill
            ? Decide(
                challenger, champion, (skill.Ours / skill.Theirs, skill.Levels),
                PromotionMessages.Backtest(skill.Ours, skill.Theirs))
            : null;
    }

    // With the same recipe and nearly the same data, only a failed training matters, and that shows even on days that both models have
    // learned from.
    private Promotion OnSeenDays(
        Champion champion, TrainedModel challenger, ForecastEngine engine, Panel panel, CancellationToken cancellationToken)
    {
        var days = new SameDays(panel, challenger.Horizon);
        return Decide(
            challenger, champion,
            days.Compare(Replay(engine, challenger, days, cancellationToken), Replay(engine, champion.Model, days, cancellationToken)),
            PromotionMessages.SeenDays(panel.Axis.Frequency, challenger.Horizon, days.First));
    }

    private static ForecastSet Replay(ForecastEngine engine, TrainedModel model, SameDays days, CancellationToken cancellationToken) =>
        engine.Reconcile(model, [engine.Predict(model, days.Past, cancellationToken: cancellationToken)], cancellationToken);

    private Promotion Decide(TrainedModel challenger, Champion champion, (double Ratio, int Levels)? result, Message ground)
    {
        var (ours, theirs) = (challenger.Version, champion.Model.Version);
        if (result is not var (ratio, levels)) return Promotion.Promote(ours, theirs, PromotionMessages.NothingCame(theirs));
        if (ratio <= 1)
            return Promotion.Promote(
                ours, theirs, PromotionMessages.AtLeastAsGood(PromotionMessages.Less(1 - ratio, theirs, ground, levels)));
        var account = PromotionMessages.More(ratio - 1, theirs, ground, levels);
        return ratio <= 1 + Tolerance
            ? Promotion.Promote(ours, theirs, PromotionMessages.WithinTolerance(Tolerance, account))
            : Promotion.Reject(ours, theirs, PromotionMessages.Worse(Tolerance, account));
    }

    private bool IsOfOtherSettings(Champion champion, out EngineOptions? settings)
    {
        settings = champion.Data?.Settings;
        return settings is not null && ModelRow.Settings(settings) != ModelRow.Settings(options.Value.Engine);
    }

    // Trees refer to columns by position, so a program with other columns cannot use them.
    private static bool HaveSameFeatures(TrainedModel champion, TrainedModel challenger) =>
        champion.Importance.Count == 0
        || challenger.Importance.Count == 0
        || champion.Importance.Select(feature => feature.Feature).ToHashSet(StringComparer.Ordinal).SetEquals(
            challenger.Importance.Select(feature => feature.Feature));
}
