using System.Globalization;
using CommunityDemand.Models;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Decides between the champion and the challenger. A champion younger than a horizon has seen the days that it could be tried on, so the two
/// backtests are compared by <see cref="Skill"/>; from then on both are tried <see cref="HeadToHead"/>: no champion lives on one lucky backtest.
/// </summary>
internal sealed class PromotionJudge(IOptions<RunOptions> options)
{
    private double Tolerance => options.Value.PromotionTolerance;

    /// <param name="panel">What the challenger was trained on.</param>
    public Promotion Judge(
        Champion champion, TrainedModel challenger, ForecastEngine engine, Panel panel, IProgress<EngineProgress>? progress, CancellationToken cancellationToken)
    {
        var (ours, theirs) = (challenger.Version, champion.Model.Version);
        if (ours == theirs) return Promotion.Repeat(theirs, "The training gave the champion itself: its series have not changed.");
        if (champion.Data?.Problems is [var problem, ..]) return Promotion.Promote(ours, theirs, $"The champion {theirs} learned from data that looked broken: {problem}");
        if (!HaveSameFeatures(champion.Model, challenger))
            return Promotion.Promote(ours, theirs, $"The champion {theirs} can't be compared: its boosted model learned from other features than this program makes.");

        var age = panel.Axis.IndexOf(champion.LastDay.ToDateTime(TimeOnly.MinValue));
        var unseen = panel.Axis.Count - 1 - age;
        if (unseen >= challenger.Horizon && panel.Axis.Count > 2 * challenger.Horizon
            && HeadToHead.Run(engine, champion.Model, panel, progress, cancellationToken) is { } trial)
        {
            var first = DateOnly.FromDateTime(panel.Axis[panel.Axis.Count - challenger.Horizon]);
            return Decide(ours, theirs, trial.Ratio, $"in forecasts of the {challenger.Horizon} days from {first:yyyy-MM-dd}, which neither had seen (root mean squared error, {Levels(trial.Levels)})");
        }

        if (Skill.Compare(challenger.Accuracy, champion.Model.Accuracy, challenger.Horizon) is { } skill)
        {
            return Decide(
                ours,
                theirs,
                skill.Ours / skill.Theirs,
                $"in the rolling-origin backtest, {Number(skill.Ours)} of seasonal naive's against {Number(skill.Theirs)} (RMSSE, {Levels(skill.Levels)})");
        }

        return challenger.Accuracy.Count == 0 && champion.Model.Accuracy.Count > 0
            ? Promotion.Reject(ours, theirs, $"The past is too short to backtest the challenger, so that nothing says that it is as good as champion {theirs}.")
            : Promotion.Promote(ours, theirs, $"Nothing speaks against it: no level's error can be compared with that of champion {theirs} (series too short, or they repeat themselves exactly).");
    }

    private Promotion Decide(string ours, string theirs, double ratio, string ground)
    {
        var difference = ratio <= 1 ? $"{Percent(1 - ratio)} less" : $"{Percent(ratio - 1)} more";
        var account = $"{difference} error than champion {theirs} {ground}";
        if (ratio <= 1) return Promotion.Promote(ours, theirs, $"At least as good: {account}.");
        return ratio <= 1 + Tolerance
            ? Promotion.Promote(ours, theirs, $"As good within the tolerance of {Percent(Tolerance)}: {account}.")
            : Promotion.Reject(ours, theirs, $"Worse: {account}; up to {Percent(Tolerance)} more is tolerated (Run:PromotionTolerance).");
    }

    // Trees score columns by position: a program that makes other columns can't use them.
    private static bool HaveSameFeatures(TrainedModel champion, TrainedModel challenger) =>
        champion.Importance.Count == 0
        || challenger.Importance.Count == 0
        || champion.Importance.Select(feature => feature.Feature).ToHashSet(StringComparer.Ordinal).SetEquals(challenger.Importance.Select(feature => feature.Feature));

    private static string Levels(int levels) => levels == 1 ? "1 level" : $"geometric mean over {levels} levels";

    private static string Percent(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
