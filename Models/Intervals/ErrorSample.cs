namespace CommunityDemand.Models.Intervals;

/// <summary>One forecast of the backtest and what came.</summary>
/// <param name="Level">Position of the node's level in the hierarchy.</param>
/// <param name="Horizon">Periods ahead, from 1.</param>
internal readonly record struct ErrorSample(int Level, int Horizon, float Forecast, float Actual);
