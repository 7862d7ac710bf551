namespace CommunityDemand.Domain.Supply;

/// <summary>How well capacity meets expected demand.</summary>
public enum SupplyStatus
{
    /// <summary>More than <see cref="SupplyBalance.ShortBelow"/> of demand goes unserved.</summary>
    Shortage,

    /// <summary>Nearly all is served, and hardly any capacity is left.</summary>
    Tight,

    /// <summary>All is well.</summary>
    Balanced,

    /// <summary>Less than half of the capacity is used.</summary>
    Idle,
}
