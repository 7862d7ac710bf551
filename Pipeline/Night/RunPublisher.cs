using Azure.Data.Tables;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Pipeline.Attention;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Night;

/// <summary>
/// Makes a run's forecasts add up, writes its tables and files under its own id, and then, by one write, makes it the current run. Whoever
/// reads before that write sees the run before, whole; whoever reads after it, this one. Doing it again writes the same rows.
/// </summary>
internal sealed class RunPublisher(
    TableServiceClient tables, TableWriter writer, WorkFiles work, IndicatorBook indicators, WhatIfFile whatIfs, BlobFiles files,
    ModelStore models, RunStore runs, IOptions<RunOptions> options, TimeProvider time)
{
    public async Task PublishAsync(RunRecord run, RunPlan plan, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new RunProgress(RunStage.Publishing, "reconciling", 0, 1));
        var model = await work.ReadModelAsync(run.Id, cancellationToken);
        var rows = await RowsAsync(model, plan, cancellationToken);
        var (count, findings) = await WriteTablesAsync(new RunTables(plan, rows), plan, rows, progress, cancellationToken);
        await files.WriteAsync(
            StorageNames.ForecastsContainer,
            ForecastFile.PathOf(run.Id),
            stream => ForecastFile.WriteAsync(stream, rows, plan, cancellationToken),
            cancellationToken);
        await whatIfs.WriteAsync(plan, cancellationToken);
        if (plan.Challenger is { } challenger) await models.WriteAsync(challenger, cancellationToken);
        await models.MarkAsync(plan.Promotion.Model, run.Id, cancellationToken);

        var done = await runs.UpdateAsync(
            run.Id,
            before => before with
            {
                State = RunState.Published,
                PublishedAt = before.PublishedAt ?? time.GetUtcNow(),
                WrittenAt = time.GetUtcNow(),
                Rows = count,
                Findings = findings,
            },
            cancellationToken);
        await runs.PointAsync(done, cancellationToken);
    }

    private async Task<IReadOnlyList<NodeRow>> RowsAsync(TrainedModel model, RunPlan plan, CancellationToken cancellationToken)
    {
        var parts = new List<BaseForecasts>();
        for (var shard = 0; shard < plan.Shards.Count; shard++) parts.Add(await work.ReadBaseAsync(plan.Run, shard, cancellationToken));
        return NodeRow.Of(new ForecastEngine(options.Value.Engine).Reconcile(model, parts, cancellationToken), plan);
    }

    /// <summary>Writes everything that readers will see.</summary>
    /// <returns>Rows, each counted once, and how many of these are findings.</returns>
    private async Task<(int Rows, int Findings)> WriteTablesAsync(
        RunTables published, RunPlan plan, IReadOnlyList<NodeRow> nodes, IProgress<RunProgress>? progress,
        CancellationToken cancellationToken)
    {
        var (written, entities, count) = (0L, 2L * published.Forecasts, published.Forecasts);
        var told = progress is null ? null : new Relay<int>(batch => progress.Report(
            new RunProgress(RunStage.Publishing, "writing tables", Interlocked.Add(ref written, batch), Interlocked.Read(ref entities))));

        var known = await work.ReadRowsAsync(plan.Run, AttentionRow.Table, cancellationToken);
        var book = new AttentionBook(plan, new RowNames(plan), [.. known.Cast<AttentionRow>()]);

        async Task PublishRowsAsync(PlacedTable table, IReadOnlyList<PlacedRow> rows)
        {
            count += rows.Count;
            Interlocked.Add(ref entities, table.Physical.Count() * rows.Count);
            book.Look(table, rows);
            await WriteAsync(published.Of(table, rows), told, cancellationToken);
        }

        // Forecasts last: how many rows a table of indicators has is known only once the rows are there.
        foreach (var table in indicators.Tables)
            await PublishRowsAsync(table, await indicators.ReadAsync(table, plan, nodes, cancellationToken));
        await PublishRowsAsync(SupplyDemandRow.Table, SupplyTally.Of(nodes, plan));
        await PublishRowsAsync(ForecastAccuracyRow.Table, await work.ReadRowsAsync(plan.Run, ForecastAccuracyRow.Table, cancellationToken));
        var findings = book.Ranked();
        await PublishRowsAsync(AttentionRow.Table, findings);
        await WriteAsync(published.OfForecasts(), told, cancellationToken);
        return (count, findings.Count);
    }

    private async Task WriteAsync(
        IEnumerable<(string Table, IEnumerable<TableEntity> Entities)> written, IProgress<int>? told, CancellationToken cancellationToken)
    {
        foreach (var (table, entities) in written)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
            await writer.WriteAsync(table, entities, told, cancellationToken);
        }
    }
}
