using Azure.Data.Tables;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Runs;

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
        await work.SweepAsync(all.Where(IsActive).Select(run => run.Id).ToHashSet(StringComparer.Ordinal), cancellationToken);
        await SweepForecastFilesAsync(all, pointer, cancellationToken);
    }

    private async Task RetireAsync(IReadOnlyList<RunRecord> all, RunPointer pointer, CancellationToken cancellationToken)
    {
        var past = all
            .Where(run => run.HasTables && !IsActive(run))
            .OrderByDescending(run => run.Id == pointer.Run)
            .ThenByDescending(run => run.PublishedAt)
            .Skip(options.Value.KeepRuns);

        // Marked first, so that no reader takes a table half deleted for a whole one.
        foreach (var run in past) await runs.UpdateAsync(run.Id, before => before with { RetiredAt = time.GetUtcNow() }, cancellationToken);
    }

    private Task<RunRecord> FailAsync(RunRecord run, CancellationToken cancellationToken) => runs.UpdateAsync(
        run.Id,
        before => before with { State = RunState.Failed, Message = "It never finished, and a later run was published." },
        cancellationToken);

    private async Task SweepRowsAsync(RunRecord run, CancellationToken cancellationToken)
    {
        foreach (var table in PublicTable.All.Where(t => t.IsPerRun).SelectMany(t => t.Physical))
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
            await writer.DeleteAsync(table, TableKey.Prefix(run.Id), cancellationToken);
        }

        await runs.UpdateAsync(run.Id, before => before with { SweptAt = time.GetUtcNow() }, cancellationToken);
    }

    private async Task SweepForecastFilesAsync(IReadOnlyList<RunRecord> all, RunPointer pointer, CancellationToken cancellationToken)
    {
        var current = all.First(run => run.Id == pointer.Run);
        var oldest = current.Origin.AddDays(-options.Value.KeepForecastDays);
        var stay = all.Where(run => run.Origin >= oldest).SelectMany(run => new[] { ForecastFile.PathOf(run.Id), WhatIfFile.PathOf(run.Id) }).ToHashSet(StringComparer.Ordinal);
        foreach (var path in await files.ListAsync(StorageNames.ForecastsContainer, "", cancellationToken))
        {
            if (!stay.Contains(path)) await files.DeleteAsync(StorageNames.ForecastsContainer, path, cancellationToken);
        }
    }

    private static bool IsActive(RunRecord run) => run.State is not (RunState.Published or RunState.Failed);

    private static bool IsDead(RunRecord run, RunPointer pointer) => IsActive(run) && run.QueuedAt < pointer.QueuedAt - Patience;
}
