using CommunityDemand.Models;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>What is known of a trained model beside itself: a row of table <c>Models</c>.</summary>
/// <param name="Run">The run that trained it.</param>
/// <param name="From">First day learned from.</param>
/// <param name="To">Last day learned from.</param>
/// <param name="TrainingSeconds">Wall time of backtest and training.</param>
/// <param name="CodeVersion">See <see cref="Champions.CodeVersion"/>.</param>
/// <param name="Metrics">Of single series over the whole horizon, by column of the table; those that are not known are absent.</param>
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
    IReadOnlyDictionary<string, double> Metrics,
    double? Skill,
    IReadOnlyList<FeatureImportance> Importance,
    Promotion Promotion)
{
    private const int TopFeatures = 20;

    /// <summary>The largest of a model's importances.</summary>
    public static IReadOnlyList<FeatureImportance> Most(TrainedModel model) => [.. model.Importance.Take(TopFeatures)];

    /// <summary>The measures of single series over the whole horizon: what a planner's own community and service can expect.</summary>
    public static IReadOnlyDictionary<string, double> MetricsOf(TrainedModel model)
    {
        var whole = model.Accuracy.FirstOrDefault(row => row.Level == Level.Bottom && row.FromHorizon == 1 && row.ToHorizon == model.Horizon);
        return whole is null
            ? new Dictionary<string, double>()
            : Measures(whole).Where(measure => double.IsFinite(measure.Value)).ToDictionary(measure => measure.Column, measure => measure.Value);
    }

    private static (string Column, double Value)[] Measures(LevelAccuracy row) =>
    [
        ("Mase", row.Mase), ("NaiveMase", row.NaiveMase), ("Rmsse", row.Rmsse), ("NaiveRmsse", row.NaiveRmsse), ("Wape", row.Wape), ("NaiveWape", row.NaiveWape),
        ("Crps", row.Crps), ("Coverage80", row.Coverage80), ("Coverage95", row.Coverage95),
    ];
}
