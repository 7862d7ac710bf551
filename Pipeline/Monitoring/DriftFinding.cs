using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>A service of an area that drifts.</summary>
/// <param name="Deviations">
/// Root mean square of the errors of the latest forecasts since the change, in standard deviations of the backtest's errors.
/// </param>
/// <param name="MeanError">Mean of forecast - actual of the latest forecasts since the change, in person-visits a period.</param>
internal sealed record DriftFinding(AreaLevel Level, string Area, ServiceScope Scope, Drift Drift, double Deviations, double MeanError);
