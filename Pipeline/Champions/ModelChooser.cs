using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Chooses the model of a night: the challenger, which is trained that night, or the champion. The champion is used where it is better,
/// or where the data look too broken to learn from.
/// </summary>
internal sealed class ModelChooser(
    ChampionFinder champions, PanelHealth health, PromotionJudge judge, ModelStore models, IOptions<RunOptions> options, TimeProvider time)
{
    /// <exception cref="RunFailedException">
    /// The data are insufficient or broken and no champion can forecast, or the pinned model cannot forecast.
    /// </exception>
    public async Task<ChosenModel> ChooseAsync(
        RunRecord run, CityPanel city, IProgress<EngineProgress>? progress, CancellationToken cancellationToken)
    {
        var incumbent = await champions.FindAsync(run, city.Panel, cancellationToken);
        var problems = health.Check(city, incumbent.Data);
        if (options.Value.PinnedModel is { Length: > 0 } pinned)
            return await PinAsync(pinned, run, incumbent, city, problems, cancellationToken);
        if (problems.Count > 0 && incumbent is { Version: not null, IsOutgrown: false }) return Keep(incumbent, problems);
        return health.TooLittle(city) is { } little
            ? throw new RunFailedException(little)
            : await ContestAsync(run, city, incumbent, problems, progress, cancellationToken);
    }

    private async Task<ChosenModel> PinAsync(
        string pinned, RunRecord run, Incumbent incumbent, CityPanel city, IReadOnlyList<Message> problems,
        CancellationToken cancellationToken)
    {
        var wanted = pinned == incumbent.Version
            ? incumbent
            : await champions.LoadAsync(pinned, city.Panel, run.Horizon, cancellationToken);
        if (wanted.Champion is null)
        {
            throw new RunFailedException(ModelMessages.PinnedUnusable(pinned, wanted.WhyNot!));
        }

        return new ChosenModel(
            wanted.Champion.Model, Promotion.Pin(pinned, incumbent.Version, ModelMessages.Pinned()), null, problems);
    }

    private static ChosenModel Keep(Incumbent incumbent, IReadOnlyList<Message> problems)
    {
        var champion = incumbent.Version!;
        return incumbent.Champion is null
            ? throw new RunFailedException(ModelMessages.NoStandIn(problems, champion, incumbent.WhyNot!))
            : new ChosenModel(
                incumbent.Champion.Model, Promotion.Keep(champion, ModelMessages.Broken(problems)), null,
                [ModelMessages.Kept(problems, champion)]);
    }

    private async Task<ChosenModel> ContestAsync(
        RunRecord run,
        CityPanel city,
        Incumbent incumbent,
        IReadOnlyList<Message> problems,
        IProgress<EngineProgress>? progress,
        CancellationToken cancellationToken)
    {
        var engine = new ForecastEngine(options.Value.Engine);
        var started = time.GetTimestamp();
        var challenger = engine.Train(city.Panel, run.Horizon, progress, cancellationToken);
        var took = time.GetElapsedTime(started);
        var promotion = incumbent switch
        {
            { Version: null } => Promotion.Promote(challenger.Version, null, PromotionMessages.First()),
            { Champion: null } =>
                Promotion.Promote(challenger.Version, incumbent.Version, PromotionMessages.Unusable(incumbent.Version, incumbent.WhyNot!)),
            { Champion: { } champion } => judge.Judge(champion, challenger, engine, city.Panel, progress, cancellationToken),
        };
        var record = new ModelRecord(
            challenger.Version,
            run.Id,
            time.GetUtcNow(),
            city.Origin,
            DateOnly.FromDateTime(challenger.Trained.Start),
            city.Cadence.LastDay(DateOnly.FromDateTime(challenger.Trained[challenger.Trained.Count - 1])),
            ModelData.Of(city, problems, options.Value.Engine),
            Math.Round(took.TotalSeconds, 3),
            CodeVersion.OfEngine,
            challenger.Seed,
            ModelRecord.MetricsOf(challenger),
            Skill.Of(challenger.Accuracy, challenger.Horizon),
            ModelRecord.Most(challenger),
            promotion);

        // The card and the row of the champion describe the night that made it champion.
        var isNew = promotion.Outcome != PromotionOutcome.Unchanged;
        if (isNew) await models.SaveAsync(challenger, record, cancellationToken);
        return new ChosenModel(
            promotion.Outcome == PromotionOutcome.Rejected ? incumbent.Champion!.Model : challenger,
            promotion,
            isNew ? record : null,
            [.. problems, .. engine.Warnings, .. Told(promotion)]);
    }

    // A promotion is the normal case and has its own column; planners are told only of the exception.
    private static IEnumerable<Message> Told(Promotion promotion) => promotion.Outcome == PromotionOutcome.Rejected
        ? [ModelMessages.NotPromoted(promotion.Challenger!, promotion.Champion!, promotion.Reason)]
        : [];
}

/// <summary>The model chosen for a night.</summary>
/// <param name="Model">Model that forecasts.</param>
/// <param name="Challenger">Model trained that night, where it is new.</param>
internal sealed record ChosenModel(TrainedModel Model, Promotion Promotion, ModelRecord? Challenger, IReadOnlyList<Message> Warnings);
