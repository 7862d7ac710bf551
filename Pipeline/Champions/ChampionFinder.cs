using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// The champion is the model of the current run, by definition: so it changes by the one write that publishes a run, and there is never a moment
/// at which forecasts and champion disagree.
/// </summary>
internal sealed class ChampionFinder(RunStore runs, ModelStore models, IOptions<RunOptions> options)
{
    /// <summary>
    /// The champion that a run meets. Once a run was planned it meets the same one for ever, so that making it again gives the same
    /// tables.
    /// </summary>
    /// <param name="panel">What it would have to forecast.</param>
    public async Task<Incumbent> FindAsync(RunRecord run, Panel panel, CancellationToken cancellationToken) =>
        await VersionAsync(run, cancellationToken) is { } version ? await LoadAsync(version, panel, cancellationToken) : Incumbent.None;

    /// <summary>The model of a version, if it can forecast a panel.</summary>
    public async Task<Incumbent> LoadAsync(string version, Panel panel, CancellationToken cancellationToken)
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
        return champion.WhyNot(panel, options.Value.Horizon, options.Value.Engine.Season) is { } why
            ? new Incumbent(version, null, data, why)
            : new Incumbent(version, champion, data, null);
    }

    /// <summary>Makes table <c>Models</c> say who the champion is, where a crash has kept it from that.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (await runs.GetPointerAsync(cancellationToken) is not { } pointer) return;
        if (await runs.FindAsync(pointer.Run, cancellationToken) is { Model: { } model } current)
            await models.CrownAsync(model, current.Promotion == PromotionOutcome.Promoted ? current.PublishedAt : null, cancellationToken);
    }

    private async Task<string?> VersionAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (run.PlannedAt is not null) return run.Champion;
        return await runs.GetPointerAsync(cancellationToken) is { } pointer ? (await runs.FindAsync(pointer.Run, cancellationToken))?.Model : null;
    }
}

/// <summary>Who holds the champion's place, and whether it can go on.</summary>
/// <param name="Version">Null where nobody does.</param>
/// <param name="Champion">Null where it can't forecast.</param>
/// <param name="WhyNot">Why it can't: a message of <see cref="ChampionMessages"/>.</param>
internal sealed record Incumbent(string? Version, Champion? Champion, ModelData? Data, Message? WhyNot)
{
    public static Incumbent None { get; } = new(null, null, null, null);
}
