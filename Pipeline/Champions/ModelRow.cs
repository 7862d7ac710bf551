using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Rows of table <c>Models</c>, and changes to them.</summary>
internal static class ModelRow
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="isNew">Whether the row is new. A new row is not that of the champion; an existing row keeps its champion flag.</param>
    public static TableEntity Of(ModelRecord record, bool isNew) => Entity(record.Version, new ModelsRow
    {
        Model = record.Version,
        Run = record.Run,
        CreatedAt = record.CreatedAt,
        Origin = record.Origin,
        From = record.From,
        To = record.To,
        Series = record.Data.Series,
        Mase = record.Metrics?.Mase,
        NaiveMase = record.Metrics?.NaiveMase,
        Rmsse = record.Metrics?.Rmsse,
        NaiveRmsse = record.Metrics?.NaiveRmsse,
        Wape = record.Metrics?.Wape,
        NaiveWape = record.Metrics?.NaiveWape,
        Crps = record.Metrics?.Crps,
        Coverage80 = record.Metrics?.Coverage80,
        Coverage95 = record.Metrics?.Coverage95,
        Importance = JsonSerializer.Serialize(record.Importance, Json),
        Settings = Settings(record.Data.Settings!),
        Champion = isNew ? false : null,
        Promotion = record.Promotion.Outcome,
        ComparedWith = record.Promotion.Champion,
        Reason = record.Promotion.Reason,
        Skill = record.Skill,
        Days = record.Data.Days,
        Columns = record.Data.Columns,
        Problems = record.Data.Problems,
        TrainingSeconds = record.TrainingSeconds,
        CodeVersion = record.CodeVersion,
        Seed = record.Seed,
    });

    /// <summary>The change to a model's row when a later run publishes with the model.</summary>
    public static TableEntity Published(string version, string run) => Entity(version, new ModelsRow { Run = run });

    /// <summary>The change that sets a row's champion flag correctly; null where no change is needed.</summary>
    public static TableEntity? Crown(TableEntity row, string champion, DateTimeOffset? promotedAt)
    {
        var isChampion = row.RowKey == TableKey.Escape(champion);
        if ((row.GetBoolean(nameof(ModelsRow.Champion)) ?? false) == isChampion) return null;
        var change = new TableEntity(row.PartitionKey, row.RowKey) { [nameof(ModelsRow.Champion)] = isChampion, ETag = row.ETag };
        if (isChampion && promotedAt is { } at && row.GetDateTimeOffset(nameof(ModelsRow.PromotedAt)) is null)
            change[nameof(ModelsRow.PromotedAt)] = at;
        return change;
    }

    /// <summary>Training data according to a row.</summary>
    public static ModelData Data(TableEntity entity)
    {
        var row = ModelsRow.Table.Read(entity);
        return new ModelData(
            row.Series ?? 0, row.Days ?? 0, row.Columns ?? "", row.Problems ?? [], Settings(row.Settings ?? ""));
    }

    /// <summary>Settings as stored in a row: equal settings give equal texts.</summary>
    public static string Settings(EngineOptions settings) => JsonSerializer.Serialize(settings, Json);

    // Another version may have written settings that this version does not know.
    private static EngineOptions? Settings(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<EngineOptions>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TableEntity Entity(string version, ModelsRow row) =>
        ModelsRow.Table.Entity(row, ModelsRow.Table.Partition!, TableKey.Escape(version));
}
