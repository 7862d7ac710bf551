using CommunityDemand.Models.Backtesting;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Accuracy of single series over the whole horizon of the backtest, with that of the seasonal naive forecast; null where unknown.
/// </summary>
internal sealed record ModelMetrics(
    double? Mase,
    double? NaiveMase,
    double? Rmsse,
    double? NaiveRmsse,
    double? Wape,
    double? NaiveWape,
    double? Crps,
    double? Coverage80,
    double? Coverage95)
{
    public static ModelMetrics Of(LevelAccuracy row) => new(
        Known(row.Mase),
        Known(row.NaiveMase),
        Known(row.Rmsse),
        Known(row.NaiveRmsse),
        Known(row.Wape),
        Known(row.NaiveWape),
        Known(row.Crps),
        Known(row.Coverage80),
        Known(row.Coverage95));

    private static double? Known(double measure) => double.IsFinite(measure) ? measure : null;
}
