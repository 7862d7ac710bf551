using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Finds the champion: by definition, the model of the current run. The champion therefore changes with the single write that publishes a
/// run, and forecasts and champion always agree.
/// </summary>
internal sealed class ChampionFinder(RunStore runs, ModelStore models, IOptions<RunOptions> options)
{
    /// <summary>
    /// Finds the champion for a run. A planned run always gets the same champion, so repeating the run gives the same tables.
    /// </summary>
    /// <param name="panel">Panel that the champion would have to forecast.</param>
    public async Task<Incumbent> FindAsync(RunRecord run, Panel panel, CancellationToken cancellationToken) =>
        await VersionAsync(run, cancellationToken) is { } version
            ? await LoadAsync(version, panel, run.Horizon, cancellationToken)
            : Incumbent.None;

    /// <summary>Loads the model of a version, if it can forecast a panel.</summary>
    public async Task<Incumbent> LoadAsync(string version, Panel panel, int horizon, CancellationToken cancellationToken)
    {
        var data = await models.FindDataAsync(version, cancellationToken);
        TrainedModel? model;
        try
        {
            model = await models.FindAsync(version, cancellationToken);
        }
        catch (InvalidDataException unreadable)
        {
            return new Incumbent(version, null, data, ChampionMessages.Unreadable(unreadable.Message));
        }

        if (model is null) return new Incumbent(version, null, data, ChampionMessages.Gone());
        var champion = new Champion(model, data);
        // Amounts of data in another frequency can't be compared.
        var isOutgrown = model.Trained.Frequency != panel.Axis.Frequency;
        return champion.WhyNot(panel, horizon, options.Value.Engine.Season) is { } why
            ? new Incumbent(version, null, isOutgrown ? null : data, why) { IsOutgrown = isOutgrown }
            : new Incumbent(version, champion, data, null);
    }

    /// <summary>Updates table <c>Models</c> to the current champion, where a crash prevented the update.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (await runs.GetPointerAsync(cancellationToken) is not { } pointer) return;
        if (await runs.FindAsync(pointer.Run, cancellationToken) is { Model: { } model } current)
            await models.CrownAsync(model, current.Promotion == PromotionOutcome.Promoted ? current.PublishedAt : null, cancellationToken);
    }

    private async Task<string?> VersionAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (run.PlannedAt is not null) return run.Champion;
        return await runs.GetPointerAsync(cancellationToken) is { } pointer
            ? (await runs.FindAsync(pointer.Run, cancellationToken))?.Model
            : null;
    }
}

/// <summary>The current champion, and whether it can forecast.</summary>
/// <param name="Version">Version of the champion; null where there is none.</param>
/// <param name="Champion">The champion; null where it cannot forecast.</param>
/// <param name="WhyNot">Reason why the champion cannot forecast: a message of <see cref="ChampionMessages"/>.</param>
internal sealed record Incumbent(string? Version, Champion? Champion, ModelData? Data, Message? WhyNot)
{
    public static Incumbent None { get; } = new(null, null, null, null);

    /// <summary>Whether the city counted by another frequency when it was trained, so that no waiting makes it usable.</summary>
    public bool IsOutgrown { get; init; }
}
