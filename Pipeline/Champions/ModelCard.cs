using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityDemand.Models.Engine;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Description of a model for readers, stored as <c>{version}/card.json</c> in container <c>models</c>.</summary>
internal static class ModelCard
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Task WriteAsync(
        Stream stream, TrainedModel model, ModelRecord record, CancellationToken cancellationToken) => JsonSerializer.SerializeAsync(
        stream,
        new
        {
            model = record.Version,
            run = record.Run,
            createdAt = record.CreatedAt,
            trainingSeconds = record.TrainingSeconds,
            codeVersion = record.CodeVersion,
            seed = record.Seed,
            data = new
            {
                from = record.From,
                to = record.To,
                periods = model.Trained.Count,
                days = record.Data.Days,
                series = record.Data.Series,
                columns = record.Data.Columns,
                problems = record.Data.Problems,
            },
            horizon = model.Horizon,
            season = model.Season,
            promotion = record.Promotion,
            skill = record.Skill,
            accuracy = model.Accuracy,
            members = model.Members,
            weights = model.LevelWeights,
            reconciliation = model.Reconciliation.ToString(),
            features = model.Importance.Select(importance => importance.Feature),
            importance = model.Importance,
            settings = record.Data.Settings,
        },
        Format,
        cancellationToken);
}
