using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Benchmarks.Engines;

/// <summary>Forecasters that look at one series alone.</summary>
internal static class NaiveForecasts
{
    public const string SeasonalNaiveName = "seasonal naive";

    /// <summary>The last known value of the same phase.</summary>
    public static IReadOnlyDictionary<Node, Prediction> SeasonalNaive(Trial trial) => Of(trial, new SeasonalNaive());

    /// <summary>Any forecaster that needs no seasonal index; where it can't serve a series, 0.</summary>
    public static IReadOnlyDictionary<Node, Prediction> Of(Trial trial, IForecaster forecaster) =>
        trial.Outcomes.Keys.ToDictionary(node => node, node =>
        {
            var past = trial.Past[node];
            var mean = new double[trial.Horizon];
            if (past.Length > 0) forecaster.TryForecast(new SeriesWindow(past, [], trial.Season), mean);
            return new Prediction(mean, null);
        });

    /// <summary>Nobody comes.</summary>
    public static IReadOnlyDictionary<Node, Prediction> Zero(Trial trial) =>
        trial.Outcomes.Keys.ToDictionary(node => node, _ => new Prediction(new double[trial.Horizon], null));
}
