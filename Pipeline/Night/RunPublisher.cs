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
/// Reconciles the forecasts of a run, writes its tables and files under its own id, and then makes it the current run with a single
/// write. Readers before that write see the previous run, complete; readers after it see this run. Repeating the publication writes the
/// same rows.
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
        var count = await WriteTablesAsync(new RunTables(plan, rows), plan, rows, progress, cancellationToken);
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
                Rows = count
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
    /// <returns>Number of rows, each counted once.</returns>
    private async Task<int> WriteTablesAsync(
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

        // Forecasts come last, because the number of indicator rows is known only after writing them.
        foreach (var table in indicators.Tables)
            await PublishRowsAsync(table, await indicators.ReadAsync(table, plan, nodes, cancellationToken));
        await PublishRowsAsync(SupplyDemandRow.Table, SupplyTally.Of(nodes, plan));
        await PublishRowsAsync(ForecastAccuracyRow.Table, await work.ReadRowsAsync(plan.Run, ForecastAccuracyRow.Table, cancellationToken));
        await PublishRowsAsync(AttentionRow.Table, book.Ranked());
        await WriteAsync(published.OfForecasts(), told, cancellationToken);
        return count;
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
