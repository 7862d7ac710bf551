using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Night;

/// <summary>Finds or registers the run of a request, and knows whether it is finished.</summary>
internal sealed class RunRegistry(
    RunIdentity.Source identities, RunStore runs, WorkFiles work, IOptions<RunOptions> options, TimeProvider time)
{
    public async Task<RunRecord> RegisterAsync(RunRequest request, CancellationToken cancellationToken)
    {
        await runs.EnsureAsync(cancellationToken);
        var identity = await identities.IdentifyAsync(request.Origin, cancellationToken);
        var run = await runs.AddAsync(New(identity, request.Origin), cancellationToken);
        if (run.State == RunState.Failed || (run.State == RunState.Published && (request.Force || !run.HasTables)))
            return await AgainAsync(run, cancellationToken);

        // The facts are again those of a run before the current one: its tables exist already.
        if (run.State == RunState.Published && (await runs.GetPointerAsync(cancellationToken))?.Run != run.Id)
        {
            run = await runs.UpdateAsync(run.Id, before => before with { QueuedAt = time.GetUtcNow() }, cancellationToken);
            // The run was given up just before its time was renewed; from now on that is not possible.
            if (!run.HasTables) return await AgainAsync(run, cancellationToken);
            await runs.PointAsync(run, cancellationToken);
        }

        return run;
    }

    /// <summary>Whether the tables of a run, or of a run requested later, are current.</summary>
    public async Task<bool> IsFinishedAsync(RunRecord run, CancellationToken cancellationToken) =>
        run.State == RunState.Published
        && await runs.GetPointerAsync(cancellationToken) is { } pointer
        && (pointer.Run == run.Id || pointer.QueuedAt > run.QueuedAt);

    private async Task<RunRecord> AgainAsync(RunRecord run, CancellationToken cancellationToken)
    {
        await work.DeleteAsync(run.Id, cancellationToken);
        return await runs.UpdateAsync(
            run.Id,
            before => before with
            {
                State = RunState.Queued,
                QueuedAt = time.GetUtcNow(),
                PublishedAt = before.HasTables ? before.PublishedAt : null,
                RetiredAt = null,
                SweptAt = null,
                DistrictsDone = 0,
                Message = null,
            },
            cancellationToken);
    }

    private RunRecord New(RunIdentity identity, DateOnly? requested) => new()
    {
        Id = identity.Id,
        State = RunState.Queued,
        Origin = identity.Origin,
        RequestedOrigin = requested,
        Facts = identity.Facts,
        Horizon = options.Value.HorizonOf(identity.Cadence),
        Frequency = identity.Cadence.Frequency.Code(),
        QueuedAt = time.GetUtcNow(),
    };
}
