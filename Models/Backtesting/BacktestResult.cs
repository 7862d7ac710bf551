using CommunityDemand.Models.Forecasts;

namespace CommunityDemand.Models.Backtesting;

/// <summary>Forecasts from origins of the past, what came, and how good they were.</summary>
/// <param name="Origins">Ascending.</param>
/// <param name="Accuracy">By level, over the whole horizon and its thirds, means over origins.</param>
public sealed record BacktestResult(IReadOnlyList<BacktestOrigin> Origins, IReadOnlyList<LevelAccuracy> Accuracy);

/// <summary>One origin of a backtest.</summary>
/// <param name="Origin">Start of the last period that the forecasts saw.</param>
/// <param name="Forecasts">All nodes.</param>
/// <param name="Actual">For each of these nodes what came, a value a period; NaN where not known.</param>
public sealed record BacktestOrigin(DateTime Origin, ForecastSet Forecasts, IReadOnlyList<double[]> Actual);
