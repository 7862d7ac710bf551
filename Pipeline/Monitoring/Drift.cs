namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>A lasting change of actual demand relative to its forecasts.</summary>
/// <param name="Since">Estimated first day of the change, according to the chart.</param>
internal sealed record Drift(DriftKind Kind, DateOnly Since);

/// <summary>Kind of a drift.</summary>
internal enum DriftKind
{
    /// <summary>Demand is above its forecasts.</summary>
    Above,

    /// <summary>Demand is below its forecasts.</summary>
    Below,

    /// <summary>Demand deviates from its forecasts on both sides, more than before.</summary>
    Wider,
}

internal static class DriftKinds
{
    /// <summary>The code, as used in tables.</summary>
    public static string Code(this DriftKind kind) => kind.ToString().ToLowerInvariant();
}
