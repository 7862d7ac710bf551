using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Metadata of a trained model: a row of table <c>Models</c>.</summary>
/// <param name="Run">Run that trained the model.</param>
/// <param name="From">First day of the training data.</param>
/// <param name="To">Last day of the training data.</param>
/// <param name="TrainingSeconds">Wall-clock time of backtest and training.</param>
/// <param name="CodeVersion">See <see cref="Champions.CodeVersion"/>.</param>
/// <param name="Metrics">Accuracy in the backtest; null where the history is too short.</param>
/// <param name="Skill">See <see cref="Champions.Skill"/>.</param>
/// <param name="Importance">Most important features, highest first.</param>
/// <param name="Promotion">Decision of the night.</param>
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

    /// <summary>The most important features of a model.</summary>
    public static IReadOnlyList<FeatureImportance> Most(TrainedModel model) => [.. model.Importance.Take(TopFeatures)];

    /// <summary>Accuracy of single series over the whole horizon: the accuracy to expect for one service of one community.</summary>
    public static ModelMetrics? MetricsOf(TrainedModel model) =>
        model.Accuracy.FirstOrDefault(
            row => row.Level == Level.Bottom && row.FromHorizon == 1 && row.ToHorizon == model.Horizon) is { } whole
            ? ModelMetrics.Of(whole)
            : null;
}
