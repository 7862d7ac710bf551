namespace CommunityDemand.Models.Intervals;

/// <summary>A forecast of the backtest and the actual value, both in the unit of the panel.</summary>
/// <param name="Level">Index of the node's level.</param>
/// <param name="Fold">Fold of the cross-validation: errors of one origin share a fold, because these errors are correlated.</param>
/// <param name="Path">Number of the path: a node from an origin.</param>
/// <param name="Horizon">Periods ahead, from 1.</param>
/// <param name="Spread">Usual one-step error of the node at the origin, in the unit of the panel; 0 or more.</param>
internal readonly record struct ErrorSample(int Level, int Fold, int Path, int Horizon, float Forecast, float Spread, float Actual)
{
    public double Error => (double)Actual - Forecast;
}
