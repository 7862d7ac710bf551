using System.Text.Json;
using Azure.Data.Tables;
using CommunityDemand.Models;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>What is known of a trained model: a row of table <c>Models</c>, and <c>{version}/card.json</c> in container <c>models</c>.</summary>
internal sealed class ModelCard(RunRecord run, TrainedModel model, EngineOptions settings)
{
    private const int TopFeatures = 20;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private static readonly JsonSerializerOptions Indented = new(Json) { WriteIndented = true };

    private DateOnly First => DateOnly.FromDateTime(model.Trained.Start);

    private DateOnly Last => DateOnly.FromDateTime(model.Trained[model.Trained.Count - 1]);

    public Task WriteAsync(Stream stream) => JsonSerializer.SerializeAsync(
        stream,
        new
        {
            model = model.Version,
            run = run.Id,
            from = First,
            to = Last,
            series = run.Series,
            horizon = model.Horizon,
            season = model.Season,
            seed = model.Seed,
            members = model.Members,
            weights = model.LevelWeights,
            reconciliation = model.Reconciliation.ToString(),
            accuracy = model.Accuracy,
            importance = model.Importance,
            settings,
        },
        Indented);

    public TableEntity ToEntity()
    {
        var entity = new TableEntity(PublicTable.Models.Partition, TableKey.Escape(model.Version))
        {
            ["Model"] = model.Version,
            ["Run"] = run.Id,
            ["CreatedAt"] = run.PlannedAt,
            ["Origin"] = RunRecord.Day(run.Origin),
            ["From"] = RunRecord.Day(First),
            ["To"] = RunRecord.Day(Last),
            ["Series"] = run.Series,
            ["Importance"] = JsonSerializer.Serialize(model.Importance.Take(TopFeatures), Json),
            ["Settings"] = JsonSerializer.Serialize(settings, Json),
        };
        if (Whole() is not { } accuracy) return entity;
        foreach (var (column, value) in (ReadOnlySpan<(string, double)>)
        [
            ("Mase", accuracy.Mase), ("NaiveMase", accuracy.NaiveMase), ("Rmsse", accuracy.Rmsse), ("NaiveRmsse", accuracy.NaiveRmsse),
            ("Wape", accuracy.Wape), ("NaiveWape", accuracy.NaiveWape), ("Crps", accuracy.Crps),
            ("Coverage80", accuracy.Coverage80), ("Coverage95", accuracy.Coverage95),
        ])
        {
            if (double.IsFinite(value)) entity[column] = value;
        }

        return entity;
    }

    // Of single series over the whole horizon: what a planner's own community and service can expect.
    private LevelAccuracy? Whole() => model.Accuracy.FirstOrDefault(a => a.Level == Level.Bottom && a.FromHorizon == 1 && a.ToHorizon == model.Horizon);
}
