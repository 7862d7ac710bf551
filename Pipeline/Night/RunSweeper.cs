using Azure.Data.Tables;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Night;

/// <summary>Deletes data that no reader needs: tables of old runs, and remains of runs that ended abnormally.</summary>
internal sealed class RunSweeper(
    TableServiceClient tables, TableWriter writer, WorkFiles work, BlobFiles files, RunStore runs, IOptions<RunOptions> options,
    TimeProvider time)
{
    // A run that is unfinished when a run requested a day later is published will never finish.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (await runs.GetPointerAsync(cancellationToken) is not { } pointer) return;
        var all = await runs.ListAsync(cancellationToken);
        await RetireAsync(all, pointer, cancellationToken);
        foreach (var run in all.Where(run => IsDead(run, pointer))) await FailAsync(run, cancellationToken);

        all = await runs.ListAsync(cancellationToken);
        foreach (var run in all.Where(run => !run.HasTables && !IsActive(run) && run.SweptAt is null))
            await SweepRowsAsync(run, cancellationToken);
        await work.SweepAsync(ActiveAsync, cancellationToken);
        await SweepForecastFilesAsync(pointer, cancellationToken);
    }

    private async Task RetireAsync(IReadOnlyList<RunRecord> all, RunPointer pointer, CancellationToken cancellationToken)
    {
        var past = all
            // A run requested later than the current one is about to replace it.
            .Where(run => run.HasTables && !IsActive(run) && (run.Id == pointer.Run || run.QueuedAt <= pointer.QueuedAt))
            .OrderByDescending(run => run.Id == pointer.Run)
            // Not by publication time: returning facts may have made an older run current again.
            .ThenByDescending(run => run.QueuedAt)
            .Skip(options.Value.KeepRuns);

        // Marked first, so that no reader takes a partly deleted table for a complete one.
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
            await writer.DeleteAsync(
                table, TableKey.Prefix(run.Id), async cancel => IsAsRead(run, await runs.GetAsync(run.Id, cancel)), cancellationToken);
        }

        await UpdateAsync(run, before => before with { SweptAt = time.GetUtcNow() }, cancellationToken);
    }

    // A concurrent write means that the run was requested again or is in progress: it is then not an old run.
    private Task<RunRecord> UpdateAsync(RunRecord run, Func<RunRecord, RunRecord> change, CancellationToken cancellationToken) =>
        runs.UpdateAsync(run.Id, now => IsAsRead(run, now) ? change(now) : now, cancellationToken);

    // Forecasts of weeks and months reach farther than most days that are kept.
    private static bool IsAhead(RunRecord run, RunRecord current) =>
        run.Cadence.Frequency != Frequency.Daily && run.Cadence.End(run.Origin, run.Horizon) > current.Origin;

    private static bool IsAsRead(RunRecord run, RunRecord now) => now.ETag == run.ETag;

    private async Task SweepForecastFilesAsync(RunPointer pointer, CancellationToken cancellationToken)
    {
        // Files are listed first: all runs in the list were then registered before.
        var found = await files.ListAsync(StorageNames.ForecastsContainer, "", cancellationToken);
        var all = await runs.ListAsync(cancellationToken);
        var current = all.First(run => run.Id == pointer.Run);
        var oldest = current.Origin.AddDays(-options.Value.KeepForecastDays);
        var stay = all.Where(run => run.Origin >= oldest || IsAhead(run, current))
            .SelectMany(run => new[] { ForecastFile.PathOf(run.Id), WhatIfFile.PathOf(run.Id) }).ToHashSet(StringComparer.Ordinal);
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
