namespace CommunityDemand.Models.Intervals;

/// <summary>A forecast of the backtest, and the actual value.</summary>
/// <param name="Level">Index of the node's level in the hierarchy.</param>
/// <param name="Horizon">Periods ahead, from 1.</param>
internal readonly record struct ErrorSample(int Level, int Horizon, float Forecast, float Actual);
