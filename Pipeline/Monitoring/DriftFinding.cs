using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>One area's service that drifts.</summary>
/// <param name="Signal">How far past the limit, which is 1.</param>
/// <param name="MeanError">Mean of forecast - actual of the latest forecasts since it began, in person-visits a day.</param>
internal sealed record DriftFinding(AreaLevel Level, string Area, ServiceScope Scope, Drift Drift, double Signal, double MeanError);
