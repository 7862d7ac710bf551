using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>What is known of a trained model beside itself: a row of table <c>Models</c>.</summary>
/// <param name="Run">The run that trained it.</param>
/// <param name="From">First day learned from.</param>
/// <param name="To">Last day learned from.</param>
/// <param name="TrainingSeconds">Wall time of backtest and training.</param>
/// <param name="CodeVersion">See <see cref="Champions.CodeVersion"/>.</param>
/// <param name="Metrics">Measures of the backtest; null where the past is too short for one.</param>
/// <param name="Skill">See <see cref="Champions.Skill"/>.</param>
/// <param name="Importance">The features that explain most, largest first.</param>
/// <param name="Promotion">What its night decided.</param>
internal sealed record ModelRecord(
    string Version,
    string Run,
    DateTimeOffset CreatedAt,
    DateOnly Origin,
    DateOnly From,
    DateOnly To,
    ModelData Data,
    double TrainingSeconds,
    string CodeVersion,
    int Seed,
    ModelMetrics? Metrics,
    double? Skill,
    IReadOnlyList<FeatureImportance> Importance,
    Promotion Promotion)
{
    private const int TopFeatures = 20;

    /// <summary>The largest of a model's importances.</summary>
    public static IReadOnlyList<FeatureImportance> Most(TrainedModel model) => [.. model.Importance.Take(TopFeatures)];

    /// <summary>The measures of single series over the whole horizon: what a planner's own community and service can expect.</summary>
    public static ModelMetrics? MetricsOf(TrainedModel model) =>
        model.Accuracy.FirstOrDefault(row => row.Level == Level.Bottom && row.FromHorizon == 1 && row.ToHorizon == model.Horizon) is { } whole
            ? ModelMetrics.Of(whole)
            : null;
}
