namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>A lasting change of what comes against what was forecast.</summary>
/// <param name="Since">The day on which, by the chart, it began.</param>
internal sealed record Drift(DriftKind Kind, DateOnly Since);

/// <summary>What changed.</summary>
internal enum DriftKind
{
    /// <summary>Demand runs above its forecasts.</summary>
    Above,

    /// <summary>Demand runs below its forecasts.</summary>
    Below,

    /// <summary>Demand strays from its forecasts to both sides, farther than before.</summary>
    Wider,
}

internal static class DriftKinds
{
    /// <summary>The kind as tables have it.</summary>
    public static string Code(this DriftKind kind) => kind.ToString().ToLowerInvariant();
}
