using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Plans;

/// <summary>
/// Working files of runs: <c>{run}/plan</c>, <c>{run}/model</c>, <c>{run}/rows/TABLE</c>, <c>{run}/what-ifs</c>, <c>{run}/panels/NNN</c>
/// and <c>{run}/base/NNN</c>, compressed. The existence of a file means that its step is done.
/// </summary>
internal sealed class WorkFiles(BlobFiles files)
{
    private const string PlanName = "plan";

    public async Task<RunPlan?> FindPlanAsync(string run, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(run, PlanName, static stream => JsonSerializer.Deserialize<RunPlan>(stream), cancellationToken);
        }
        catch (Azure.RequestFailedException missing) when (StorageFaults.IsMissing(missing))
        {
            return null;
        }
    }

    public Task WritePlanAsync(RunPlan plan, CancellationToken cancellationToken) =>
        WriteAsync(plan.Run, PlanName, stream => JsonSerializer.Serialize(stream, plan), cancellationToken);

    public Task<TrainedModel> ReadModelAsync(string run, CancellationToken cancellationToken) =>
        ReadAsync(run, "model", TrainedModel.Load, cancellationToken);

    public Task WriteModelAsync(string run, TrainedModel model, CancellationToken cancellationToken) =>
        WriteAsync(run, "model", model.Save, cancellationToken);

    public Task<Panel> ReadPanelAsync(string run, int shard, CancellationToken cancellationToken) =>
        ReadAsync(run, $"panels/{shard:000}", Panel.Load, cancellationToken);

    public Task WritePanelAsync(string run, int shard, Panel panel, CancellationToken cancellationToken) =>
        WriteAsync(run, $"panels/{shard:000}", panel.Save, cancellationToken);

    public Task<BaseForecasts> ReadBaseAsync(string run, int shard, CancellationToken cancellationToken) =>
        ReadAsync(run, $"base/{shard:000}", BaseForecasts.Load, cancellationToken);

    public Task WriteBaseAsync(string run, int shard, BaseForecasts forecasts, CancellationToken cancellationToken) =>
        WriteAsync(run, $"base/{shard:000}", forecasts.Save, cancellationToken);

    public Task<IReadOnlyList<PlacedRow>> ReadRowsAsync(string run, PlacedTable table, CancellationToken cancellationToken) =>
        ReadAsync(run, $"rows/{table.Name}", table.Load, cancellationToken);

    /// <summary>
    /// Writes the rows of a table that are known when the run is planned, one file for each table. Rows are created while they are
    /// written.
    /// </summary>
    public Task WriteRowsAsync(string run, PlacedTable table, IEnumerable<PlacedRow> rows, CancellationToken cancellationToken) =>
        WriteAsync(run, $"rows/{table.Name}", stream => table.Save(stream, rows), cancellationToken);

    public Task<WhatIfFacts> ReadWhatIfFactsAsync(string run, CancellationToken cancellationToken) =>
        ReadAsync(run, "what-ifs", static stream => JsonSerializer.Deserialize<WhatIfFacts>(stream)!, cancellationToken);

    /// <summary>Writes the facts for what-if questions.</summary>
    public Task WriteWhatIfFactsAsync(string run, WhatIfFacts facts, CancellationToken cancellationToken) =>
        WriteAsync(run, "what-ifs", stream => JsonSerializer.Serialize(stream, facts), cancellationToken);

    /// <summary>Numbers of the shards with base forecasts.</summary>
    public async Task<IReadOnlySet<int>> DoneAsync(string run, CancellationToken cancellationToken)
    {
        var found = await files.ListAsync(StorageNames.WorkContainer, $"{run}/base/", cancellationToken);
        return found.Select(file => int.Parse(file.Path.AsSpan(file.Path.LastIndexOf('/') + 1), CultureInfo.InvariantCulture)).ToHashSet();
    }

    /// <summary>
    /// Deletes the files of all runs except those to keep. Plans are deleted first, because the other files of a run are useless without
    /// its plan.
    /// </summary>
    /// <param name="keep">
    /// Runs to keep, read after the files are listed: a run begins before its files are written, so files of an active run are never
    /// deleted.
    /// </param>
    public async Task SweepAsync(Func<CancellationToken, Task<IReadOnlySet<string>>> keep, CancellationToken cancellationToken)
    {
        var found = await files.ListAsync(StorageNames.WorkContainer, "", cancellationToken);
        var kept = await keep(cancellationToken);
        await DeleteAsync(found.Where(file => !kept.Contains(file.Path[..file.Path.IndexOf('/')])), cancellationToken);
    }

    /// <summary>Deletes the files of one run.</summary>
    public async Task DeleteAsync(string run, CancellationToken cancellationToken) =>
        await DeleteAsync(await files.ListAsync(StorageNames.WorkContainer, $"{run}/", cancellationToken), cancellationToken);

    private async Task DeleteAsync(IEnumerable<BlobVersion> found, CancellationToken cancellationToken)
    {
        foreach (var file in found.OrderByDescending(file => file.Path.EndsWith($"/{PlanName}", StringComparison.Ordinal)))
            await files.DeleteAsync(StorageNames.WorkContainer, file, cancellationToken);
    }

    private Task WriteAsync(string run, string name, Action<Stream> write, CancellationToken cancellationToken) => files.WriteAsync(
        StorageNames.WorkContainer,
        $"{run}/{name}",
        async stream =>
        {
            await using var zip = new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            // Buffered, because writers that write single numbers must not call the compressor for each.
            await using var buffered = new BufferedStream(zip, 1 << 16);
            write(buffered);
        },
        cancellationToken);

    private Task<T> ReadAsync<T>(string run, string name, Func<Stream, T> read, CancellationToken cancellationToken) => files.ReadAsync(
        StorageNames.WorkContainer,
        $"{run}/{name}",
        async stream =>
        {
            await using var zip = new BrotliStream(stream, CompressionMode.Decompress);
            await using var buffered = new BufferedStream(zip, 1 << 16);
            return read(buffered);
        },
        cancellationToken);
}
