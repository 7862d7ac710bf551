namespace CommunityDemand.Domain.Supply;

/// <summary>Status of capacity compared with expected demand.</summary>
public enum SupplyStatus
{
    /// <summary>The match rate is below <see cref="SupplyBalance.ShortBelow"/>: a noticeable part of demand is unserved.</summary>
    Shortage,

    /// <summary>Almost all demand is served, and almost all capacity is used.</summary>
    Tight,

    /// <summary>Capacity fits demand.</summary>
    Balanced,

    /// <summary>Less than half of the capacity is used.</summary>
    Idle,
}
