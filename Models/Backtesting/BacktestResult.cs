using CommunityDemand.Models.Forecasts;

namespace CommunityDemand.Models.Backtesting;

/// <summary>The result of a backtest: forecasts from past origins, actual values, and accuracy.</summary>
/// <param name="Origins">Origins, ascending.</param>
/// <param name="Accuracy">Accuracy by level, over the whole horizon and its thirds; means over origins.</param>
public sealed record BacktestResult(IReadOnlyList<BacktestOrigin> Origins, IReadOnlyList<LevelAccuracy> Accuracy);

/// <summary>One origin of a backtest.</summary>
/// <param name="Origin">Start of the last period that the forecasts could use.</param>
/// <param name="Forecasts">Forecasts of all nodes.</param>
/// <param name="Actual">Actual values of each of these nodes, one for each period; NaN where unknown.</param>
public sealed record BacktestOrigin(DateTime Origin, ForecastSet Forecasts, IReadOnlyList<double[]> Actual);
