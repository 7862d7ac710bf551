using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>One area's service that drifts.</summary>
/// <param name="Deviations">Root mean square of the latest forecasts' errors since it began, in standard deviations of the backtest's.</param>
/// <param name="MeanError">Mean of forecast - actual of the latest forecasts since it began, in person-visits a day.</param>
internal sealed record DriftFinding(AreaLevel Level, string Area, ServiceScope Scope, Drift Drift, double Deviations, double MeanError);
