namespace CommunityDemand.Models.Intervals;

/// <summary>One forecast of the backtest and what came.</summary>
internal readonly record struct ErrorSample(int Horizon, double Forecast, double Actual);
