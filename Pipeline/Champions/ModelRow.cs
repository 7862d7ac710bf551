using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using CommunityDemand.Models;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Rows of table <c>Models</c>, and their changes.</summary>
internal static class ModelRow
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="isNew">A new row is no champion's; one that stands keeps who is.</param>
    public static TableEntity Of(ModelRecord record, bool isNew)
    {
        var row = Published(record.Version, record.Run);
        row["Model"] = record.Version;
        row["CreatedAt"] = record.CreatedAt;
        row["Origin"] = RunRecord.Day(record.Origin);
        row["From"] = RunRecord.Day(record.From);
        row["To"] = RunRecord.Day(record.To);
        row["Series"] = record.Data.Series;
        row["Days"] = record.Data.Days;
        row["Columns"] = record.Data.Columns;
        row["Problems"] = string.Join('\n', record.Data.Problems);
        row["TrainingSeconds"] = record.TrainingSeconds;
        row["CodeVersion"] = record.CodeVersion;
        row["Seed"] = record.Seed;
        row["Skill"] = record.Skill;
        row["Promotion"] = Code(record.Promotion.Outcome);
        row["ComparedWith"] = record.Promotion.Champion;
        row["Reason"] = record.Promotion.Reason;
        row["Importance"] = JsonSerializer.Serialize(record.Importance, Json);
        row["Settings"] = Settings(record.Data.Settings!);
        foreach (var (column, value) in record.Metrics) row[column] = value;
        if (isNew) row["Champion"] = false;
        return row;
    }

    /// <summary>The change of a model's row when a run publishes it once more.</summary>
    public static TableEntity Published(string version, string run) => new(PublicTable.Models.Partition, TableKey.Escape(version)) { ["Run"] = run };

    /// <summary>The change that makes a row agree with who the champion is; null where it does.</summary>
    public static TableEntity? Crown(TableEntity row, string champion, DateTimeOffset? promotedAt)
    {
        var isChampion = row.RowKey == TableKey.Escape(champion);
        if ((row.GetBoolean("Champion") ?? false) == isChampion) return null;
        var change = new TableEntity(row.PartitionKey, row.RowKey) { ["Champion"] = isChampion, ETag = row.ETag };
        if (isChampion && promotedAt is { } at && row.GetDateTimeOffset("PromotedAt") is null) change["PromotedAt"] = at;
        return change;
    }

    /// <summary>What a row says of its model's data.</summary>
    public static ModelData Data(TableEntity row) => new(
        row.GetInt32("Series") ?? 0,
        row.GetInt32("Days") ?? 0,
        row.GetString("Columns") ?? "",
        (row.GetString("Problems") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Settings(row.GetString("Settings") ?? ""));

    /// <summary>Settings as a row has them: equal settings give equal texts.</summary>
    public static string Settings(EngineOptions settings) => JsonSerializer.Serialize(settings, Json);

    // Another program may have written settings that this one no longer knows.
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

    public static string Code(PromotionOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
