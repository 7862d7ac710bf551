using Azure.Data.Tables;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Night;

/// <summary>Clears away what no reader needs: tables of runs long past, and whatever dead runs left behind.</summary>
internal sealed class RunSweeper(
    TableServiceClient tables, TableWriter writer, WorkFiles work, BlobFiles files, RunStore runs, IOptions<RunOptions> options, TimeProvider time)
{
    // A run still unfinished when another that was asked for a day later is published will never be.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (await runs.GetPointerAsync(cancellationToken) is not { } pointer) return;
        var all = await runs.ListAsync(cancellationToken);
        await RetireAsync(all, pointer, cancellationToken);
        foreach (var run in all.Where(run => IsDead(run, pointer))) await FailAsync(run, cancellationToken);

        all = await runs.ListAsync(cancellationToken);
        foreach (var run in all.Where(run => !run.HasTables && !IsActive(run) && run.SweptAt is null)) await SweepRowsAsync(run, cancellationToken);
        await work.SweepAsync(ActiveAsync, cancellationToken);
        await SweepForecastFilesAsync(pointer, cancellationToken);
    }

    private async Task RetireAsync(IReadOnlyList<RunRecord> all, RunPointer pointer, CancellationToken cancellationToken)
    {
        var past = all
            // One asked for later than the current one is about to take its place.
            .Where(run => run.HasTables && !IsActive(run) && (run.Id == pointer.Run || run.QueuedAt <= pointer.QueuedAt))
            .OrderByDescending(run => run.Id == pointer.Run)
            // Not when it was made: facts that came back may have made it the current one again since.
            .ThenByDescending(run => run.QueuedAt)
            .Skip(options.Value.KeepRuns);

        // Marked first, so that no reader takes a table half deleted for a whole one.
        foreach (var run in past) await UpdateAsync(run, before => before with { RetiredAt = time.GetUtcNow() }, cancellationToken);
    }

    private Task<RunRecord> FailAsync(RunRecord run, CancellationToken cancellationToken) => UpdateAsync(
        run,
        before => before with { State = RunState.Failed, Message = RunMessages.NeverFinished() },
        cancellationToken);

    private async Task SweepRowsAsync(RunRecord run, CancellationToken cancellationToken)
    {
        foreach (var table in PublicTables.OfRuns.SelectMany(t => t.Physical))
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
            await writer.DeleteAsync(table, TableKey.Prefix(run.Id), async cancel => IsAsRead(run, await runs.GetAsync(run.Id, cancel)), cancellationToken);
        }

        await UpdateAsync(run, before => before with { SweptAt = time.GetUtcNow() }, cancellationToken);
    }

    // Whoever asked for a run since it was read, or works on it, has written it: then it is not past.
    private Task<RunRecord> UpdateAsync(RunRecord run, Func<RunRecord, RunRecord> change, CancellationToken cancellationToken) =>
        runs.UpdateAsync(run.Id, now => IsAsRead(run, now) ? change(now) : now, cancellationToken);

    private static bool IsAsRead(RunRecord run, RunRecord now) => now.ETag == run.ETag;

    private async Task SweepForecastFilesAsync(RunPointer pointer, CancellationToken cancellationToken)
    {
        // Files first: whatever is listed then is of a run that was registered before.
        var found = await files.ListAsync(StorageNames.ForecastsContainer, "", cancellationToken);
        var all = await runs.ListAsync(cancellationToken);
        var current = all.First(run => run.Id == pointer.Run);
        var oldest = current.Origin.AddDays(-options.Value.KeepForecastDays);
        var stay = all.Where(run => run.Origin >= oldest).SelectMany(run => new[] { ForecastFile.PathOf(run.Id), WhatIfFile.PathOf(run.Id) }).ToHashSet(StringComparer.Ordinal);
        foreach (var file in found)
        {
            if (!stay.Contains(file.Path)) await files.DeleteAsync(StorageNames.ForecastsContainer, file, cancellationToken);
        }
    }

    private async Task<IReadOnlySet<string>> ActiveAsync(CancellationToken cancellationToken) =>
        (await runs.ListAsync(cancellationToken)).Where(IsActive).Select(run => run.Id).ToHashSet(StringComparer.Ordinal);

    private static bool IsActive(RunRecord run) => run.State is not (RunState.Published or RunState.Failed);

    private static bool IsDead(RunRecord run, RunPointer pointer) => IsActive(run) && run.QueuedAt < pointer.QueuedAt - Patience;
}
