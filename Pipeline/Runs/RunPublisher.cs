using Azure.Data.Tables;
using CommunityDemand.Models;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>
/// Makes a run's forecasts add up, writes its tables and files under its own id, and then, by one write, makes it the current run. Whoever reads
/// before that write sees the run before, whole; whoever reads after it, this one. Doing it again writes the same rows.
/// </summary>
internal sealed class RunPublisher(
    TableServiceClient tables, TableWriter writer, WorkFiles work, IndicatorBook indicators, WhatIfFile whatIfs, BlobFiles files, ModelStore models, RunStore runs, IOptions<RunOptions> options, TimeProvider time)
{
    public async Task PublishAsync(RunRecord run, RunPlan plan, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new RunProgress(RunStage.Publishing, "reconciling", 0, 1));
        var model = await work.ReadModelAsync(run.Id, cancellationToken);
        var rows = await RowsAsync(model, plan, cancellationToken);
        var published = new RunTables(
            plan,
            rows,
            SupplyTally.Of(rows, plan),
            await work.ReadAccuracyAsync(run.Id, cancellationToken),
            await indicators.ReadAsync(plan, rows, cancellationToken));

        await WriteTablesAsync(published, progress, cancellationToken);
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
            before => before with { State = RunState.Published, PublishedAt = before.PublishedAt ?? time.GetUtcNow(), Rows = published.Count },
            cancellationToken);
        await runs.PointAsync(done, cancellationToken);
    }

    private async Task<IReadOnlyList<NodeRow>> RowsAsync(TrainedModel model, RunPlan plan, CancellationToken cancellationToken)
    {
        var parts = new List<BaseForecasts>();
        for (var shard = 0; shard < plan.Shards.Count; shard++) parts.Add(await work.ReadBaseAsync(plan.Run, shard, cancellationToken));
        return NodeRow.Of(new ForecastEngine(options.Value.Engine).Reconcile(model, parts, cancellationToken), plan);
    }

    private async Task WriteTablesAsync(RunTables published, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var written = 0L;
        var told = progress is null ? null : new Relay<int>(batch => progress.Report(
            new RunProgress(RunStage.Publishing, "writing tables", Interlocked.Add(ref written, batch), published.Entities)));
        foreach (var (table, entities) in published.All())
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
            await writer.WriteAsync(table, entities, told, cancellationToken);
        }
    }
}
