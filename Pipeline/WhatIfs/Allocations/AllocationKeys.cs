namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Keys of <see cref="AllocationOptions.Budgets"/> and <see cref="AllocationOptions.Yields"/>.</summary>
internal static class AllocationKeys
{
    /// <summary>Possible keys for the budget of a pool; the first key that exists counts.</summary>
    /// <param name="service">Service; null where all services of the district share the pool.</param>
    public static string[] OfBudget(string district, string? service) =>
        service is null ? [district, AllocationOptions.All] : [$"{district}/{service}", service, AllocationOptions.All];

    /// <summary>Possible keys for the yield of a service; the first key that exists counts.</summary>
    public static string[] OfYield(string service) => [service, AllocationOptions.All];

    /// <summary>Keys of budgets that match no pool.</summary>
    public static IEnumerable<string> UnknownBudgets(
        AllocationOptions options, IReadOnlyCollection<string> districts, IReadOnlyCollection<string> services)
    {
        var pools = options.Pool == AllocationPool.District
            ? districts.SelectMany(district => OfBudget(district, null))
            : districts.SelectMany(district => services.SelectMany(service => OfBudget(district, service)));
        return (options.Budgets ?? []).Keys.Except(pools, StringComparer.Ordinal);
    }

    /// <summary>Keys of yields that match no service.</summary>
    public static IEnumerable<string> UnknownYields(AllocationOptions options, IEnumerable<string> services) =>
        (options.Yields ?? []).Keys.Except(services.SelectMany(OfYield), StringComparer.Ordinal);
}
