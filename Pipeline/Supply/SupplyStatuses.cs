using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Pipeline.Supply;

internal static class SupplyStatuses
{
    /// <summary>The code of a status, as used in tables.</summary>
    public static string Code(this SupplyStatus status) => status switch
    {
        SupplyStatus.Shortage => "short",
        SupplyStatus.Tight => "tight",
        SupplyStatus.Balanced => "balanced",
        SupplyStatus.Idle => "idle",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
