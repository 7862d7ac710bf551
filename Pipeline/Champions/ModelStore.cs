using Azure.Data.Tables;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using Polly;
using Polly.Registry;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Store of all model versions: model and card in container <c>models</c>, row in table <c>Models</c>. Nothing is ever deleted.
/// </summary>
internal sealed class ModelStore(TableServiceClient tables, BlobFiles files, ResiliencePipelineProvider<string> pipelines)
{
    private readonly TableClient _models = tables.GetTableClient(StorageNames.ModelsTable);
    private readonly ResiliencePipeline _pipeline = pipelines.GetPipeline(ResilienceRegistration.Conflict);

    /// <summary>Saves a model and its card. Its row, which makes it visible to readers, is written when the run is published.</summary>
    public async Task SaveAsync(TrainedModel model, ModelRecord record, CancellationToken cancellationToken)
    {
        await files.WriteAsync(
            StorageNames.ModelsContainer, PathOf(model.Version), stream =>
                Task.Run(() => model.Save(stream), cancellationToken), cancellationToken);
        await files.WriteAsync(
            StorageNames.ModelsContainer, $"{model.Version}/card.json", stream =>
                ModelCard.WriteAsync(stream, model, record, cancellationToken), cancellationToken);
    }

    /// <summary>The model of a version; null where its file was deleted.</summary>
    /// <exception cref="InvalidDataException">The file does not contain a model that this program can read.</exception>
    public async Task<TrainedModel?> FindAsync(string version, CancellationToken cancellationToken)
    {
        try
        {
            return await files.ReadAsync(
                StorageNames.ModelsContainer,
                PathOf(version),
                stream =>
                {
                    using var buffered = new BufferedStream(stream, 1 << 16);
                    return Task.FromResult(TrainedModel.Load(buffered));
                },
                cancellationToken);
        }
        catch (Azure.RequestFailedException missing) when (StorageFaults.IsMissing(missing))
        {
            return null;
        }
    }

    /// <summary>Training data according to the row of a version; null where there is no such row.</summary>
    public async Task<ModelData?> FindDataAsync(string version, CancellationToken cancellationToken) =>
        await GetAsync(version, cancellationToken) is { } row ? ModelRow.Data(row) : null;

    /// <summary>Writes the row of a model; its champion flag does not change.</summary>
    public async Task WriteAsync(ModelRecord record, CancellationToken cancellationToken)
    {
        await tables.CreateTableIfNotExistsAsync(StorageNames.ModelsTable, cancellationToken);
        await _pipeline.ExecuteAsync(
            async cancel =>
            {
                if (await GetAsync(record.Version, cancel) is null) await _models.AddEntityAsync(ModelRow.Of(record, isNew: true), cancel);
                else await _models.UpdateEntityAsync(ModelRow.Of(record, isNew: false), Azure.ETag.All, TableUpdateMode.Merge, cancel);
            },
            cancellationToken);
    }

    /// <summary>Records the last run that published with a model.</summary>
    public async Task MarkAsync(string version, string run, CancellationToken cancellationToken)
    {
        if (await GetAsync(version, cancellationToken) is not null)
            await _models.UpdateEntityAsync(ModelRow.Published(version, run), Azure.ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>Flags one version as the only champion, in one transaction; does nothing where the flags are already correct.</summary>
    /// <param name="promotedAt">
    /// Time of the promotion, kept from the first promotion; null where the version became champion without one (a pinned model).
    /// </param>
    public Task CrownAsync(string version, DateTimeOffset? promotedAt, CancellationToken cancellationToken) => _pipeline.ExecuteAsync(
        async cancel =>
        {
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {ModelsRow.Table.Partition} and (Champion eq true or RowKey eq {TableKey.Escape(version)})");
            var rows = await _models.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ToListAsync(cancel);
            var changes = rows.Select(row => ModelRow.Crown(row, version, promotedAt)).OfType<TableEntity>().ToArray();
            if (changes.Length == 0) return;
            await _models.SubmitTransactionAsync(
                changes.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, row.ETag)), cancel);
        },
        cancellationToken).AsTask();

    private static string PathOf(string version) => $"{version}/model.bin";

    private async Task<TableEntity?> GetAsync(string version, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _models.GetEntityIfExistsAsync<TableEntity>(
                ModelsRow.Table.Partition, TableKey.Escape(version), cancellationToken: cancellationToken);
            return found.HasValue ? found.Value : null;
        }
        catch (Azure.RequestFailedException missing) when (StorageFaults.IsMissing(missing))
        {
            return null;
        }
    }
}
