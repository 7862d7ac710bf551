using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Messages on settings of the allocation that have no effect.</summary>
internal static class AllocationMessages
{
    /// <summary>Keys of Allocation:Budgets that are not a district with usage.</summary>
    public static Message UnknownDistricts(IReadOnlyList<string> keys) => new("allocation.unknown_districts", ("keys", keys));

    /// <summary>Keys of Allocation:Budgets that are neither a service with usage nor a service of a district with usage.</summary>
    public static Message UnknownBudgets(IReadOnlyList<string> keys) => new("allocation.unknown_budgets", ("keys", keys));

    /// <summary>Keys of Allocation:Yields that are not a service with usage.</summary>
    public static Message UnknownYields(IReadOnlyList<string> keys) => new("allocation.unknown_yields", ("keys", keys));
}
